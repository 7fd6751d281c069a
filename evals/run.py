"""Running suites: every case asked once, timed, scored, and kept with what produced it.

What this module does not know: how a run is compared, judged by bars, or shown.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from time import perf_counter

from assistant.settings import Settings
from corpus.errors import HoidapError
from evals import provenance
from evals.cases import Case, Kind, Split
from evals.ports import Assistant, Checker, Opener
from evals.record import ERROR, Outcome, Run, SuiteRun
from evals.response import Response, of_answer, of_verdict
from evals.scorers import scores_of
from evals.suites import Group, Suite

NO_CHECK = "chưa có chức năng kiểm chứng câu (check)"


@dataclass(frozen=True, slots=True)
class Selection:
    """Which cases to run: one split or all, and kinds (none named means all)."""

    split: Split | None = None
    kinds: tuple[Kind, ...] = ()

    def takes(self, case: Case) -> bool:
        """Tell whether a case is selected; a case without a split belongs to both."""
        fits = self.split is None or case.split in {None, self.split}
        return fits and (not self.kinds or case.kind in self.kinds)


def run_suites(
    suites: Sequence[Suite],
    opener: Opener,
    settings: Settings,
    selection: Selection = Selection(),
    on_case: Callable[[str], None] = lambda _: None,
) -> Run:
    """Run suites one after the other.

    Args:
        suites: what to run; one with a ``skipped`` reason is kept as skipped.
        opener: opens an assistant over the documents of a group.
        settings: recorded with the run.
        selection: which cases.
        on_case: called with the suite's name after each case.
    """
    began, clock = datetime.now(UTC), perf_counter()
    chosen = [_selected(suite, selection) for suite in suites]
    done = tuple(_run_suite(suite, opener, on_case) for suite in chosen)
    return _record(chosen, done, settings, began, perf_counter() - clock)


def run_group(group: Group, opener: Opener) -> Iterable[Outcome]:
    """Ask the cases of one group; claims are left out when the assistant cannot check.

    The first question is asked once untimed, so that loading is not measured.
    """
    assistant = opener(group.documents)
    can_check = hasattr(assistant, "check")
    cases = [case for case in group.cases if can_check or case.kind is not Kind.CLAIM]
    for case in cases[:1]:
        _responded(assistant, case)
    for case in cases:
        clock = perf_counter()
        response = _responded(assistant, case)
        yield _outcome(case, response, assistant, (perf_counter() - clock) * 1000)


def _run_suite(suite: Suite, opener: Opener, on_case: Callable[[str], None]) -> SuiteRun:
    outcomes = []
    for group in suite.groups:
        for outcome in run_group(group, opener):
            outcomes.append(outcome)
            on_case(suite.name)
    only_claims = all(c.kind is Kind.CLAIM for group in suite.groups for c in group.cases)
    unable = NO_CHECK if suite.groups and not outcomes and only_claims else ""
    return SuiteRun(suite.name, tuple(outcomes), suite.skipped or unable)


def _selected(suite: Suite, selection: Selection) -> Suite:
    kept = (
        replace(group, cases=tuple(case for case in group.cases if selection.takes(case)))
        for group in suite.groups
    )
    return replace(suite, groups=tuple(group for group in kept if group.cases))


def _responded(assistant: Assistant, case: Case) -> Response:
    try:
        if case.kind is Kind.CLAIM:
            return of_verdict(_checker(assistant).check(case.question))
        return of_answer(assistant.ask(case.question, case.history))
    except HoidapError as error:
        return Response(ERROR, f"{type(error).__name__}: {error}")


def _checker(assistant: object) -> Checker:
    return assistant  # type: ignore[return-value]  # run_group saw that it has check


def _outcome(case: Case, response: Response, assistant: Assistant, elapsed_ms: float) -> Outcome:
    return Outcome(
        id=case.id,
        kind=case.kind.value,
        label=case.label,
        split=case.split.value if case.split else "",
        question=case.question,
        history=case.history,
        expected=expected_of(case),
        status=response.status,
        text=response.text,
        span=response.span,
        quotes=tuple(citation.quote for citation in response.citations),
        understood=response.understood,
        elapsed_ms=round(elapsed_ms, 3),
        scores=scores_of(case, response, assistant.documents),
        model=response.model,
    )


def expected_of(case: Case) -> str:
    """Return what a case expects, in one line for people."""
    if case.kind is Kind.CLAIM:
        return str(case.verdict)
    if case.kind is Kind.UNANSWERABLE:
        return "từ chối"
    parts = [case.starts] if case.starts else []
    parts += [" | ".join(group) for group in case.must]
    parts += [f"không: {word}" for word in case.must_not]
    return "; ".join([*parts, *(f"[{status}]" for status in case.status)])


def _record(
    suites: Sequence[Suite],
    done: tuple[SuiteRun, ...],
    settings: Settings,
    began: datetime,
    seconds: float,
) -> Run:
    head, dirty = provenance.commit()
    cores, system = provenance.machine()
    groups = [group for suite in suites for group in suite.groups]
    corpus = {d.name: d.sha256 for group in groups for d in group.documents}
    return Run(
        id=f"{began:%Y%m%dT%H%M%SZ}-{head[:8] or 'nogit'}",
        started=began.isoformat(timespec="seconds"),
        commit=head,
        dirty=dirty,
        python=provenance.python(),
        cores=cores,
        system=system,
        packages=provenance.packages(),
        settings=provenance.settings_record(settings),
        corpus=corpus,
        corpus_sha256=provenance.corpus_sha256(corpus),
        prompts_sha256=provenance.prompts_sha256(),
        cases_sha256=provenance.text_sha256(repr(c) for group in groups for c in group.cases),
        seconds=round(seconds, 2),
        suites=done,
    )
