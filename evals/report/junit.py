"""A run as JUnit XML, so that any CI shows wrong answers as failed tests.

The form is the one Jenkins and GitLab read: testsuites / testsuite / testcase / failure.

What this module does not know: bars; a case fails when its answer is wrong.
"""

from xml.etree.ElementTree import Element, SubElement, indent, tostring

from evals.record import ERROR, Outcome, Run, SuiteRun

_SECOND_MS = 1000


def junit(run: Run) -> str:
    """Return the XML text of a run."""
    root = Element("testsuites", name="hoidap", time=f"{run.seconds:.3f}")
    for suite in run.suites:
        _add_suite(root, suite, run.started)
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _add_suite(root: Element, suite: SuiteRun, started: str) -> None:
    outcomes = suite.outcomes
    errors = sum(outcome.status == ERROR for outcome in outcomes)
    wrong = sum(not outcome.right for outcome in outcomes)
    element = SubElement(
        root,
        "testsuite",
        name=suite.name,
        tests=str(len(outcomes) or 1),
        failures=str(wrong - errors),
        errors=str(errors),
        skipped=str(int(bool(suite.skipped))),
        timestamp=started,
        time=f"{sum(outcome.elapsed_ms for outcome in outcomes) / _SECOND_MS:.3f}",
    )
    for outcome in outcomes:
        _add_case(element, suite.name, outcome)
    if suite.skipped:
        case = SubElement(element, "testcase", name=suite.name, classname=suite.name)
        SubElement(case, "skipped", message=_printable(suite.skipped))


def _add_case(suite: Element, name: str, outcome: Outcome) -> None:
    case = SubElement(
        suite,
        "testcase",
        name=f"{outcome.id}: {_printable(outcome.question)}",
        classname=f"{name}.{outcome.label}",
        time=f"{outcome.elapsed_ms / _SECOND_MS:.4f}",
    )
    if outcome.right:
        return
    tag = "error" if outcome.status == ERROR else "failure"
    failure = SubElement(case, tag, message=_printable(f"{outcome.status}: {outcome.expected}"))
    failure.text = _printable(outcome.text)


def _printable(text: str) -> str:
    """Drop the control characters that XML 1.0 cannot hold."""
    return "".join(char for char in text if char >= " " or char in "\n\t")
