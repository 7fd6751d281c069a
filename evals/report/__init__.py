"""How a run is shown: in the terminal, as JUnit XML, as one HTML page.

What this package does not know: how anything was measured.
"""
