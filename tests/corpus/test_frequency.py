"""How rare syllables are: the shipped table, and how such a table is counted."""

import math

from corpus.frequency import RAREST, syllable_rarity
from corpus.frequency.count import rarity_table
from corpus.normalize import syllables


def test_the_table_is_of_comparable_syllables_within_bounds() -> None:
    table = syllable_rarity()
    assert len(table) > 4000
    assert all(0 < rarity <= RAREST for rarity in table.values())
    assert [form for form in table if syllables(form) != [form]] == []
    assert not any(char.isdigit() for form in table for char in form)


def test_particles_are_common_and_content_is_rarer() -> None:
    table = syllable_rarity()
    for particle in ("của", "và", "có", "là"):
        for word in ("nghèo", "thị", "rừng"):
            assert table[particle] < table[word]


def test_a_sentence_counts_a_syllable_once_and_the_rare_are_left_out() -> None:
    paragraphs = iter(["Rừng rừng rừng. Của ta 2030.", *["Của rừng"] * 19, *["Của"] * 19])
    table = rarity_table(paragraphs)
    assert table == {"của": round(math.log(40 / 39), 2), "rừng": round(math.log(40 / 20), 2)}
