"""Numbers with units: what people type is read in the unit asked for, compared with a tolerance, and slips are named."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from interview_cli.domain.marking.comparing import compare_quantity
from interview_cli.domain.marking.quantity import Quantity, parse_quantity
from interview_cli.domain.marking.units import QuantityError, known_unit
from interview_cli.domain.marking.writing import format_quantity
from tests.domain.typed_numbers import TYPED

UNITS = ["B", "bit", "s", "Hz", "FLOP", "FLOP/s", "B/s", "dB", "%", "px", "tok/s", "USD", "GB", "ms", "TFLOP/s", "GiB"]


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("180 GB", "B", 1.8e11),
        ("180GB", "B", 1.8e11),
        ("180 gigabytes", "B", 1.8e11),
        ("1.8e11 bytes", "B", 1.8e11),
        ("1.8 * 10^11 B", "B", 1.8e11),
        (r"1.8 \times 10^{11} B", "B", 1.8e11),
        ("1.8×10¹¹ B", "B", 1.8e11),
        ("168 GiB", "B", 168 * 2**30),
        ("168 gib", "B", 168 * 2**30),
        ("2 mebibytes", "B", 2 * 2**20),
        ("8 bits", "B", 1.0),
        ("16 Gbit", "B", 2e9),
        ("0.3 GB", "B", 3e8),
        ("4", "B", 4.0),
        ("4 GB", "GB", 4.0),
        ("4e9 B", "GB", 4.0),
        ("4", "GB", 4.0),
        ("1 GiB", "MiB", 1024.0),
        ("16G", "B", 1.6e10),
        ("16 Gi", "B", 16 * 2**30),
        ("0.0845 nats", None, 0.0845),
        ("1 nat", None, 1.0),
        ("~4M tokens", None, 4e6),
        ("about 4 million", None, 4e6),
        ("1.5 billion", None, 1.5e9),
        ("7B", None, 7e9),
        ("7B parameters", None, 7e9),
        ("7 B", "B", 7.0),
        ("12 k", None, 12e3),
        ("12K", None, 12e3),
        ("2^31", None, 2.0**31),
        ("2³¹", None, 2.0**31),
        ("2**31", None, 2.0**31),
        ("3×", None, 3.0),
        ("3x", None, 3.0),
        ("3 times", None, 3.0),
        ("1/3", None, 1 / 3),
        ("⅓", None, 1 / 3),
        ("1,234,567", None, 1234567.0),
        ("1 234", None, 1234.0),
        ("1 234 567", None, 1234567.0),
        ("1_000_000", None, 1e6),
        ("1\u202f234", None, 1234.0),
        ("2 * 10^9", None, 2e9),
        ("2*4096*32", None, 262144.0),
        ("3 x 224 x 224", None, 150528.0),
        ("-3", None, -3.0),
        ("−3.5", None, -3.5),
        ("sqrt(64)", None, 8.0),
        ("75 %", None, 0.75),
        ("75 percent", "%", 75.0),
        ("75", "%", 75.0),
        ("2 min", "s", 120.0),
        ("1.5h", "s", 5400.0),
        ("20 ms", "s", 0.02),
        ("20 µs", "s", 20e-6),
        ("20 us", "ms", 0.02),
        ("3 days", "s", 259200.0),
        ("44.1 kHz", "Hz", 44100.0),
        ("24 fps", "Hz", 24.0),
        ("312 TFLOPS", "FLOP/s", 312e12),
        ("312 TFLOP/s", "FLOP/s", 312e12),
        ("312 TFLOPs", "FLOP/s", 312e12),
        ("312 teraflops", "FLOP/s", 312e12),
        ("6e23 FLOPs", "FLOP", 6e23),
        ("6e23 FLOPS", "FLOP", 6e23),
        ("2 PFLOP", "FLOP", 2e15),
        ("2 TB/s", "B/s", 2e12),
        ("2 terabytes per second", "B/s", 2e12),
        ("100 Gbps", "B/s", 12.5e9),
        ("31.5 dB", "dB", 31.5),
        ("2 Mpx", "px", 2e6),
        ("1024 x 1024 pixels", "px", 1048576.0),
        ("50 tokens/s", "tok/s", 50.0),
        ("50 tokens per second", "tok/s", 50.0),
        ("3k tok/s", "tok/s", 3000.0),
        ("$5", "USD", 5.0),
        ("$1.2 million", "USD", 1.2e6),
        ("5 $", "USD", 5.0),
        ("5 dollars", "USD", 5.0),
        ("2 $/h", "USD/h", 2.0),
        ("180 GB (approximately).", "B", 1.8e11),
        ("64", "heads", 64.0),
    ],
)
def test_people_write_one_quantity_in_many_ways(text: str, unit: str | None, value: float) -> None:
    quantity = parse_quantity(text, unit)
    assert quantity.value == pytest.approx(value, rel=1e-12)
    assert quantity.unit == (unit or "")


@pytest.mark.parametrize(
    ("text", "unit", "quantity"),
    [
        ("4", "B", Quantity(4.0, "B", "no unit: read as B")),
        ("4M", "B", Quantity(4e6, "B", "M is read as 1e+06 B")),
        ("4 gb", "B", Quantity(4e9, "B", "gb is read as GB")),
        ("4 Gb", "B", Quantity(5e8, "B", "Gb is read as bits; bytes are GB")),
        ("2 TFLOPS", "FLOP", Quantity(2e12, "FLOP", "TFLOPS is read as FLOP")),
        ("4 GB/s", "B", Quantity(4e9, "B/s")),
        ("4 s", None, Quantity(4.0, "s")),
    ],
)
def test_what_is_taken_for_granted_is_said(text: str, unit: str | None, quantity: Quantity) -> None:
    assert parse_quantity(text, unit) == quantity


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "'' has no number in it"),
        ("many", "'many' has no number in it"),
        ("4 zorkmids", "the unit 'zorkmids' is unknown"),
        ("10-20 GB", "'10-20' is a range: give one number"),
        ("10 to 20", "'10 to 20' is a range: give one number"),
        ("1,5", "'1,5' isn't a number: write decimals with a point, for example 1.5"),
        ("-0,08", "'-0,08' isn't a number: write decimals with a point, for example 1.5"),
        ("1/0", "'1/0' isn't a finite number"),
        ("9**9**9**9", "'9**9**9**9' isn't a finite number"),
        ("x*2", "'x*2' isn't a number: the name 'x' is unknown"),
        ("4 GB/s/s", "the unit 'GB/s/s' is unknown"),
        ("1" * 201, "it's longer than 200 characters"),
    ],
)
def test_what_is_no_quantity_is_refused(text: str, message: str) -> None:
    with pytest.raises(QuantityError) as error:
        parse_quantity(text, None)
    assert error.value.message == message


@pytest.mark.parametrize(
    ("text", "expected", "unit", "relative", "difference"),
    [
        ("180 GB", 1.8e11, "B", 0.01, None),
        ("168 GiB", 1.8e11, "B", 0.01, None),
        ("1.8e11 bytes", 1.8e11, "B", 0.01, None),
        ("262144", 262144, None, 0.0, None),
        ("2^18", 262144, None, 0.0, None),
        ("0.29*100", 29, None, 0.0, None),
        ("1/3", 1 / 3, None, 0.0, None),
        ("262145", 262144, None, 0.0, "is close, but outside the tolerance"),
        ("90 GB", 1.8e11, "B", 0.01, "is off by a factor of 2"),
        ("360 GB", 1.8e11, "B", 0.01, "is off by a factor of 2"),
        ("180 GiB", 1.8e11, "B", 0.01, "is off by (1024/1000)^3. Check GB against GiB"),
        ("180 Gbit", 1.8e11, "B", 0.01, "is off by a factor of 8. Check bits against bytes"),
        ("180", 1.8e11, "B", 0.01, "is off by a factor of 1,000,000,000. Check the prefix"),
        ("180 MB", 1.8e11, "B", 0.01, "is off by a factor of 1,000. Check the prefix"),
        ("75", 0.75, None, 0.01, "is off by a factor of 100. Check percent against a share of 1"),
        ("0.75", 75, "%", 0.01, "is off by a factor of 100. Check percent against a share of 1"),
        ("75 %", 0.75, None, 0.01, None),
        ("-3", 3, None, 0.01, "has the opposite sign"),
        ("180 GB/s", 1.8e11, "B", 0.01, "is in B/s; it should be in B"),
        ("180 GB", 180, None, 0.01, "is in B; it should be in no unit"),
        ("7B params", 7, "B", 0.01, "is in no unit; it should be in B"),
        ("30", 10, None, 0.01, "is off by a factor of 3"),
        ("98.3 MB", 1e8, "B", 0.01, "is 1.7 % too small"),
        ("109", 100, None, 0.01, "is 9 % too large"),
        ("90.5", 100, None, 0.01, "is 9.5 % too small"),
        ("91", 100, None, 0.01, "is 9 % too small"),
        ("-102", -100, None, 0.01, "is 2 % too far from 0"),
        ("-98", -100, None, 0.01, "is 2 % too close to 0"),
        ("-98", 100, None, 0.01, "is off by a factor of -0.98"),
        ("89", 100, None, 0.01, "is off by a factor of 0.89"),
        ("102.4 MB", 1e8, "B", 0.01, "is off by 1024/1000. Check kB against KiB"),
        ("100.5", 100, None, 0.001, "is close, but outside the tolerance"),
        ("0", 10, None, 0.01, "differs"),
    ],
)
def test_a_quantity_is_compared_within_its_tolerance(
    text: str, expected: float, unit: str | None, relative: float, difference: str | None
) -> None:
    verdict = compare_quantity(text, expected, unit, relative)
    assert (verdict.outcome, verdict.difference) == ("different" if difference else "equal", difference)


@pytest.mark.parametrize(("text", "expected", "unit", "outcome"), TYPED)
def test_a_typed_number_is_right_wrong_or_asked_again(
    text: str, expected: float, unit: str | None, outcome: str
) -> None:
    assert compare_quantity(text, expected, unit, 0.01).outcome == outcome


def test_an_absolute_tolerance_widens_the_relative_one() -> None:
    assert compare_quantity("31.6 dB", 31.5, "dB", 0.0, 0.1 + 1e-9).outcome == "equal"
    assert compare_quantity("31.7 dB", 31.5, "dB", 0.0, 0.1 + 1e-9).outcome == "different"


def test_the_verdict_says_how_the_text_was_read() -> None:
    assert compare_quantity("168 GiB", 1.8e11, "B", 0.01).read_as == "180.39 GB"
    assert compare_quantity("4", 4, "B", 0.01).read_as == "4 B (no unit: read as B)"


def test_what_cannot_be_read_is_neither_right_nor_wrong() -> None:
    verdict = compare_quantity("many", 4, "B", 0.01)
    assert (verdict.outcome, verdict.difference) == ("unreadable", "'many' has no number in it")


def test_a_unit_of_the_bank_must_be_known() -> None:
    with pytest.raises(QuantityError, match="the unit 'zorkmid' is unknown"):
        known_unit("zorkmid")


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (1.8e11, "B", "180 GB"),
        (0.02, "s", "20 ms"),
        (7200, "s", "7,200 s"),
        (312e12, "FLOP/s", "312 TFLOP/s"),
        (31.5, "dB", "31.5 dB"),
        (1216, "px", "1,216 px"),
        (1.6e6, "px", "1.6 Mpx"),
        (1234567, None, "1,234,567"),
        (1 / 3, None, "0.33333"),
        (6.02e23, "FLOP", "602 ZFLOP"),
        (1.2e30, "FLOP", "1.2e+30 FLOP"),
        (0, "B", "0 B"),
    ],
)
def test_a_quantity_is_written_for_people(value: float, unit: str | None, written: str) -> None:
    assert format_quantity(value, unit) == written


MAGNITUDES = st.floats(1e-8, 1e28) | st.floats(-1e28, -1e-8)


@given(value=MAGNITUDES, unit=st.sampled_from([None, *UNITS]))
def test_what_is_written_reads_back(value: float, unit: str | None) -> None:
    quantity = parse_quantity(format_quantity(value, unit), unit)
    assert quantity.value == pytest.approx(value, rel=1e-3)
    assert quantity.unit == (unit or "")


@given(value=st.integers(-(10**15) + 1, 10**15 - 1))
def test_a_whole_number_reads_back_exactly(value: int) -> None:
    assert parse_quantity(format_quantity(value, None), None).value == value


@given(text=st.text(max_size=40) | st.text(alphabet="0123456789.,eE+-*/^ ()$%xkMGTBbis~", max_size=20))
def test_any_text_is_a_quantity_or_unreadable(text: str) -> None:
    for unit in (None, "B", "FLOP/s"):
        assert compare_quantity(text, 1.0, unit, 0.01).outcome in ("equal", "different", "vague", "unreadable")
