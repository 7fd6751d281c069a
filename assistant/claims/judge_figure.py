"""Judging one claimed figure: find the figure stated of the same indicator, then compare.

The indicator is chosen without a look at the value, so that a wrong value is held against the
right figure; only between indicators equally near does the value decide.

What this module does not know: names, document numbers and negation (`assistant.claims.wording`).
"""

from collections.abc import Sequence
from dataclasses import replace

from assistant.answer import VerdictKind
from assistant.claims.beside import crossed
from assistant.claims.ends import of_the_same_end, said_before
from assistant.claims.figures import differing
from assistant.claims.kindred import gives_another_year, is_planned, of_the_name, of_the_year
from assistant.claims.rated import Claimed, Rated, same_indicator
from assistant.claims.scene import Finding, Scene, coverage_of, time_agrees
from assistant.claims.stated import Stated, StatedFigures
from assistant.claims.thresholds import Thresholds
from assistant.claims.verdict import Aspect, Difference
from assistant.matching import View
from assistant.reading.excerpt import tidy
from assistant.words import content_forms
from corpus.model import Span
from corpus.quantities import TimeBound

_IN_CLAUSE = 0.8
_NAME_IN_SENTENCE, _NAME_ABOVE = 0.8, 0.6
_SLACK = 0.01
_HEAD, _HALF = 2, 0.5
_PLAINLY, _CALLED, _PRECISELY = 0.1, 0.88, 0.6
_EXACTLY, _HARDLY_LOOSER = 0.97, 0.05
_LOOSER = 0.2
_COMPARED = frozenset({"bound"})  # with bounds that figures share ("tối thiểu 70% …, 80% …")
_DATED = _COMPARED | {"pairing"}


def judge_figure(
    scene: Scene, claimed: Claimed, figures: StatedFigures, limits: Thresholds
) -> Finding:
    """Return the verdict on one claimed figure."""
    text = scene.statement.text
    rated = [_rated(claimed, stated, text) for notes in scene.found for stated in figures.of(notes)]
    rated = of_the_same_end(text, claimed, rated)
    if not rated:
        return Finding(VerdictKind.NOT_FOUND)
    near = _better_named(claimed, _near(rated, limits.figure_tie))
    best = max(rated, key=lambda each: each.nearness)
    near += of_the_year(claimed, rated, best, limits.figure_own)
    chosen = min(near, key=lambda each: each.gravity)
    if other := of_the_name(claimed, rated, chosen):
        return _finding(VerdictKind.REFUTED, claimed, other)
    if not chosen.differs:
        met = chosen.whole >= limits.figure_supported and chosen.own >= limits.figure_own
        met = met and not _named_better(rated, chosen) and _begins_alike(claimed, chosen.stated)
        if is_planned(text, _quoted(chosen.stated)):
            return replace(_finding(VerdictKind.NOT_FOUND, claimed, chosen), apart=True)
        return _finding(VerdictKind.SUPPORTED if met else VerdictKind.NOT_FOUND, claimed, chosen)
    same = chosen.own >= limits.figure_own and chosen.precision >= limits.figure_precision
    same = same or _is_the_count(rated, chosen) or _is_anchored(claimed, rated, chosen, limits)
    same = same or gives_another_year(rated, chosen, limits.figure_own)
    comparable = not {Aspect.VALUE} < set(chosen.differs) and not _is_bare(chosen)
    refuted = same and comparable and not _stands_by_the_name(claimed, rated, chosen)
    kind = VerdictKind.REFUTED if refuted else VerdictKind.NOT_FOUND
    return _finding(kind, claimed, chosen)


def _quoted(stated: Stated) -> str:
    """Return the clause of a stated figure as far as the figure."""
    within = stated.clause.covers(stated.value)
    end = stated.value.end if within else stated.clause.end
    return stated.notes.document.quote(Span(stated.clause.start, end))


def _is_bare(chosen: Rated) -> bool:
    """Tell whether the same value is stated, of what is not known: nothing differs that shows."""
    return chosen.differs == (Aspect.UNIT,) and not chosen.stated.figure.unit


def claimed_times(scene: Scene, year: str | None) -> tuple[str, bool]:
    """Return a figure's year as digits ("" for none), and whether it is "đến năm …"."""
    if not year or not any(char.isdigit() for char in year):
        return "", False
    bounds = [time.bound for time in scene.mentions.times if time.key == year]
    return year, TimeBound.UNTIL in bounds or TimeBound.BEFORE in bounds


def _rated(claimed: Claimed, stated: Stated, text: str) -> Rated:
    matcher = claimed.matcher
    own = matcher.coverage([(1.0, stated.indicator), (_IN_CLAUSE, stated.near)])
    whole = coverage_of(matcher, stated.notes, (1.0, stated.indicator), (_IN_CLAUSE, stated.near))
    differs = differing(claimed.figure, stated.figure, stated.notes.sentence.view)
    if differs == (Aspect.BOUND,) and said_before(text, claimed, stated.text):
        differs = ()
    if claimed.year and not time_agrees(claimed.year, stated.years, until=claimed.until):
        differs = (*differs, Aspect.TIME)
    if crossed(claimed.beside, stated.beside):
        differs = (*differs, Aspect.CONTENT)
    precision = _precision(claimed, stated)
    return Rated(stated, differs, own.share, precision, whole.share, _named(claimed, stated))


def _named(claimed: Claimed, stated: Stated) -> float:
    """Return how near the claimed names stand to a stated figure, 1 where there are none."""
    if not claimed.named:
        return 1.0
    notes = stated.notes
    beside = stated.indicator.single | stated.near.single
    above = notes.around.single | notes.title.single
    above = above.union(*(view.single for view in notes.headings))
    return sum(
        1.0
        if form in beside
        else _NAME_IN_SENTENCE
        if form in notes.sentence.view.single
        else _NAME_ABOVE * (form in above)
        for form in claimed.named
    ) / len(claimed.named)


def _precision(claimed: Claimed, stated: Stated) -> float:
    """Return how much of a stated indicator the statement says, names that both have aside."""
    forms = tuple(form for form in stated.core.forms if form not in claimed.named)
    return claimed.matcher.precision(View(forms))


def _near(rated: Sequence[Rated], tie: float) -> list[Rated]:
    """Return the best-named figures, and those of the same indicator for other times.

    Another indicator is as good only if it meets as much of what is said.
    """
    best = max(rated, key=lambda each: each.nearness)
    looser = _HARDLY_LOOSER if best.precision >= _EXACTLY else _LOOSER
    return [
        each
        for each in rated
        if (
            each.nearness >= best.nearness - tie
            and each.own >= best.own - _SLACK
            and each.precision >= best.precision - looser
        )
        or same_indicator(each.stated, best.stated)
    ]


def _begins_alike(claimed: Claimed, stated: Stated) -> bool:
    """Tell whether the first words of what is claimed stand anywhere near the stated figure.

    "Nguồn nhân lực …" is not said of what "Chi ngân sách cho …" is, whatever else they share.
    """
    strong = [at for at, term in enumerate(claimed.matcher.terms) if term.weight == 1][:_HEAD]
    if len(strong) < _HEAD:
        return True
    views = (stated.indicator, stated.near, stated.notes.sentence.view, stated.notes.around)
    met = [claimed.matcher.met(view) for view in (*views, *stated.notes.headings)]
    return any(max(shares[at] for shares in met) >= _HALF for at in strong)


def _is_the_count(rated: Sequence[Rated], chosen: Rated) -> bool:
    """Tell whether a statement means the one count of such things that the text has.

    "25 chỉ tiêu" says less than "26 chỉ tiêu công nghiệp hóa", and means it: its parts ("8 chỉ
    tiêu về …") are about more than was said. Where two counts are as near, it means neither.
    """
    if not chosen.stated.counted or chosen.differs != (Aspect.VALUE,) or chosen.own < _CALLED:
        return False
    return not any(
        each.stated.counted
        and each.own >= chosen.own - _HARDLY_LOOSER
        and each.stated.figure.values != chosen.stated.figure.values
        and Aspect.UNIT not in each.differs
        for each in rated
    )


def _is_anchored(
    claimed: Claimed, rated: Sequence[Rated], chosen: Rated, limits: Thresholds
) -> bool:
    """Tell whether the names beside the claimed figure stand beside this stated one alone."""
    if not claimed.named or chosen.differs != (Aspect.VALUE,) or chosen.own < limits.figure_own:
        return False
    return chosen.named == 1.0 and not any(
        each.named == 1.0 and Aspect.UNIT not in each.differs
        for each in rated
        if each is not chosen and each.stated.value != chosen.stated.value
    )


def _stands_by_the_name(claimed: Claimed, rated: Sequence[Rated], chosen: Rated) -> bool:
    """Tell whether the claimed figure itself stands by the claimed name, and the chosen by none.

    "Bà Lan nợ 12 tỷ" is not contradicted by a total where the text has "bà Lan: 12 tỷ".
    """
    if not claimed.named or chosen.named >= _HALF:
        return False
    return any(not each.differs and each.named == 1.0 for each in rated)


def _named_better(rated: Sequence[Rated], chosen: Rated) -> bool:
    """Tell whether another figure is plainly called what the claimed one is called."""
    return any(
        each.own >= max(chosen.own + _PLAINLY, _CALLED) and each.precision >= _PRECISELY
        for each in rated
        if each.differs
        and Aspect.CONTENT not in each.differs  # known to be another's
        and not same_indicator(each.stated, chosen.stated)
    )


def _better_named(claimed: Claimed, near: Sequence[Rated]) -> list[Rated]:
    """Leave out what the same passage states of another name ("≤ 3 Đông Nam Á; ≤ 50 Thế giới")."""
    said = {term.text for term in claimed.matcher.terms}
    return [
        each
        for each in near
        if not any(
            other.stated.notes.passage.id == each.stated.notes.passage.id
            and {*content_forms(other.stated.core.forms)} - said <= each.stated.core.single
            and _names_more(claimed, other.stated, each.stated)
            for other in near
        )
    ]


def _names_more(claimed: Claimed, one: Stated, other: Stated) -> bool:
    """Tell whether one figure has more of the claimed names, or fewer that are not claimed."""
    met = [len(claimed.named & each.indicator.single) for each in (one, other)]
    unsaid = [each.indicator.single - each.core.single - claimed.named for each in (one, other)]
    if met[0] != met[1]:
        return met[0] > met[1]
    return not unsaid[0] and bool(unsaid[1])


def _finding(kind: VerdictKind, claimed: Claimed, chosen: Rated) -> Finding:
    stated = chosen.stated
    differences: tuple[Difference, ...] = ()
    if kind is VerdictKind.REFUTED:
        differences = tuple(_difference(aspect, claimed, stated) for aspect in chosen.differs)
    years: tuple[str, ...] = ()
    if claimed.year and kind is VerdictKind.SUPPORTED:
        years = (claimed.year,)
    if kind is VerdictKind.REFUTED and stated.dated:
        years = tuple(stated.years)
    return Finding(
        kind,
        stated.notes,
        (_clause(stated),),
        differences,
        years,
        compared=_DATED if stated.dated else _COMPARED,
        apart=bool(chosen.differs),
        rounded=claimed.text if claimed.figure.values != stated.figure.values else "",
    )


def _clause(stated: Stated) -> Span:
    """Return the clause to quote, widened to the sentence where it lacks value or indicator."""
    quote = View.of(stated.notes.document.quote(stated.clause))
    whole = stated.clause.covers(stated.value) and quote.single & set(
        content_forms(stated.core.forms)
    )
    return stated.clause if whole else stated.notes.passage.span


def _difference(aspect: Aspect, claimed: Claimed, stated: Stated) -> Difference:
    said, printed = tidy(claimed.text), tidy(stated.text)
    if aspect is Aspect.TIME:
        shown = max(stated.years, default="")
        return Difference(
            f"{said} {_label(claimed.year)}", f"{printed} {_label(shown)}".strip(), aspect
        )
    if aspect is Aspect.CONTENT and (words := crossed(claimed.beside, stated.beside)):
        return Difference(f"{words[0]} {said}", f"{words[1]} {printed}", aspect)
    when = _label(claimed.year) if claimed.year else ""
    return Difference(f"{said} {when}".strip(), f"{printed} {when}".strip(), aspect)


def _label(year: str) -> str:
    if not year:
        return ""
    return f"giai đoạn {year}" if "-" in year else f"vào năm {year}"
