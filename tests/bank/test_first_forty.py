"""What a candidate of each role meets first, in the bank that comes with the program."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache

import pytest

from interview_cli.domain.items.question import Bank, ConceptId
from interview_cli.domain.planning.agenda import Agenda
from interview_cli.domain.planning.interview import Interview
from interview_cli.domain.planning.roles import ROLES, weights_for
from interview_cli.domain.planning.triage import triage
from tests.packaged import packaged

TODAY = date(2026, 3, 2)
FORTY = 40
MOST_OF_A_SECTION = 20
"""Half: a perceptual-quality interview is about section 5 in the first place."""


@cache
def bank() -> Bank:
    return packaged()


def agenda(role: str, own: dict[int, float] | None = None) -> Agenda:
    return Agenda.of([Interview("one", date(2026, 5, 2), weights_for(role, own or {}), role, own or {})], TODAY)


def concepts_in_order(role: str, own: dict[int, float] | None = None, seed: int = 0) -> list[ConceptId]:
    """The concepts of the questions, each where it is met first."""
    new = triage(bank().items.values(), bank(), (), agenda(role, own).priority, seed)
    return list(dict.fromkeys(entry.item.concepts[0] for entry in new if entry.item.kind != "code"))


@pytest.mark.parametrize("role", ROLES)
def test_what_a_concept_needs_is_met_before_it(role: str) -> None:
    order = concepts_in_order(role)
    place = {concept: number for number, concept in enumerate(order)}
    late = [
        (concept, need)
        for concept in order
        for need in bank().concepts[concept].needs
        if need in place and place[need] > place[concept]
    ]
    assert late == []


@pytest.mark.parametrize("role", ROLES)
def test_the_first_forty_are_asked_most_or_needed_by_what_is(role: str) -> None:
    """Nine is often asked and core for the role; few others come in between, most of them because they are needed."""
    forty = concepts_in_order(role)[:FORTY]
    priority = agenda(role).priority
    best = sorted((priority(concept) for concept in bank().concepts.values()), reverse=True)[FORTY - 1]
    lesser = [concept for concept in forty if priority(bank().concepts[concept]) < best]
    needed = {need for concept in forty for need in bank().concepts[concept].needs}
    assert len([concept for concept in lesser if concept not in needed]) <= 4
    assert len(lesser) <= FORTY / 3


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("seed", range(3))
def test_no_section_crowds_out_the_others(role: str, seed: int) -> None:
    sections = Counter(bank().concepts[concept].section for concept in concepts_in_order(role, seed=seed)[:FORTY])
    assert max(sections.values()) <= MOST_OF_A_SECTION
    assert len(sections) >= 7


def test_a_quality_candidate_meets_metrics_of_images_before_those_of_text() -> None:
    order = concepts_in_order("perceptual-quality")
    assert order.index("s05-ssim-formula") < FORTY < order.index("s18-perplexity")


def test_what_the_user_weighs_more_comes_first_and_what_counts_nothing_last() -> None:
    def of_video(order: list[ConceptId]) -> int:
        return Counter(bank().concepts[concept].section for concept in order[:FORTY])[15]

    order = concepts_in_order("t2i", {15: 6.0, 14: 0.0})
    assert of_video(order) >= of_video(concepts_in_order("t2i")) + 6
    design = [number for number, concept in enumerate(order) if bank().concepts[concept].section == 14]
    assert sum(design) / len(design) > 0.75 * len(order)
