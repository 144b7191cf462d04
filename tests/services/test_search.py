"""Words find items, the best first: ids before titles, titles before concepts, concepts before prompts."""

from __future__ import annotations

import pytest

from interview_cli.domain.items.question import AnyItem, Bank
from interview_cli.services.bank.search import Filter, matches, ranked
from tests.fakes import bank_of, code, question


def asked(item: str, prompt: str) -> AnyItem:
    return question(item).model_copy(update={"prompt": prompt})


BANK = bank_of(
    asked("q07-mask", "Where does a KV cache grow? The cache of keys."),
    asked("q07-kv-bytes", "How many bytes?"),
    asked("q09-noise", "What normalizes the noise of a bank cache?"),
    code("attention", "s07-attention"),
)


def found(*words: str, bank: Bank = BANK) -> list[str]:
    return [item.id for item in ranked(bank.items.values(), bank, words)]


@pytest.mark.parametrize(
    ("words", "items"),
    [
        ((), ["q07-mask", "q07-kv-bytes", "q09-noise", "attention"]),
        (("kv",), ["q07-kv-bytes", "q07-mask"]),
        (("KV", "cache"), ["q07-mask"]),
        (("cache",), ["q07-mask", "q09-noise"]),
        (("kv cache",), ["q07-mask"]),
        (('"kv cache" keys',), ["q07-mask"]),
        (("cache kv",), []),
        (("norm",), ["q09-noise"]),
        (("ormal",), ["q09-noise"]),
        (("q07-kv",), ["q07-kv-bytes"]),
        (("atten",), ["attention"]),
        (("nothing",), []),
        (("  ", "?"), ["q07-mask", "q07-kv-bytes", "q09-noise", "attention"]),
    ],
)
def test_words_find_items_the_best_first(words: tuple[str, ...], items: list[str]) -> None:
    """Phrases hold together; a part of a word counts only where nothing begins with it."""
    assert found(*words) == items


@pytest.mark.parametrize("typed", [("attention",), ("Attention",), ("kv-cache",), ("kv", "cache")])
def test_the_item_whose_whole_id_was_typed_is_the_first(typed: tuple[str, ...]) -> None:
    bank = bank_of(
        question("q07-attention-kv-cache"), code("attention", "s07-attention"), code("kv-cache", "s07-attention")
    )
    assert found(*typed, bank=bank)[0] == "-".join(typed).lower()


def test_sections_and_kinds_narrow() -> None:
    def narrowed(wanted: Filter) -> list[str]:
        return [item.id for item in BANK.items.values() if matches(item, BANK, wanted)]

    assert narrowed(Filter(frozenset({9}))) == ["q09-noise"]
    assert narrowed(Filter(kinds=frozenset({"code"}))) == ["attention"]
    assert narrowed(Filter()) == list(BANK.items)
