"""How fast hoidap is, beside the floors of the same machine in the same run.

    python -m evals.speed [--sentences N] [--json F] [--data DIR]

What this package does not know: how good the answers are.
"""
