"""Answers that people typed to questions of our bank, and the mark of each."""

from __future__ import annotations

import pytest

from interview_cli.domain.items.answer import Mark
from interview_cli.domain.marking import mark
from tests.packaged import packaged


@pytest.mark.parametrize(
    ("name", "answer", "expected"),
    [
        ("q08-fsq-size", "15625", Mark.RIGHT),
        ("q08-fsq-size", "15.625", Mark.UNREADABLE),
        ("q08-codec-tokens", "3.000", Mark.UNREADABLE),
        ("q08-codec-tokens", "375", Mark.WRONG),
        ("q04-median-breakdown", "4 pixels", Mark.RIGHT),
        ("q04-median-breakdown", "5 pixels", Mark.WRONG),
        ("q04-subsampled-bytes", "12.4 MB", Mark.RIGHT),
        ("q04-subsampled-bytes", "12.6 MB", Mark.WRONG),
        ("q04-subsampled-bytes", "16.6 MB", Mark.WRONG),
        ("q13-lora-count", "4.7M", Mark.RIGHT),
        ("q13-lora-count", "4.8M", Mark.WRONG),
        ("q17-min-p", "six", Mark.RIGHT),
        ("q17-min-p", "five", Mark.WRONG),
        ("q01-conv-macs", "0.642 GMACs", Mark.RIGHT),
        ("q01-conv-macs", "1.285 GMACs", Mark.WRONG),
        ("q02-accuracy-interval", "±2.5 pp", Mark.RIGHT),
        ("q02-accuracy-interval", "±5 pp", Mark.WRONG),
        ("q02-seeds-interval", "±0.5", Mark.RIGHT),
        ("q19-aime-error", "±8.4", Mark.RIGHT),
        ("q12-equal-evaluations", "0.011", Mark.RIGHT),
        ("q12-equal-evaluations", "0.0115", Mark.WRONG),
        ("q12-equal-evaluations", "0.033", Mark.WRONG),
    ],
)
def test_an_answer_to_our_bank_gets_its_mark(name: str, answer: str, expected: Mark) -> None:
    assert mark(packaged().items[name], answer, 0).mark is expected
