"""A report for programs: one JSON object on one line, as documented; the standard library and the domain only.

Shares are in 0..1 with four digits, minutes have one. What the lists hold:
`interviews` {"name", "date"}; `calibration` {"low", "high", "predicted", "actual", "reviews"};
`days` {"day", "answers", "minutes", "marked", "right", "grades"}: `answers` are to questions, `grades` are files for problems;
`mocks` {"round", "at", "score", "recommendation"}, the last null where there is no card, `score` where too little was answered;
`trend` {"day", "share"}, what was known on mornings so far; `said` {"made", "day", "share"}, what forecasts told of days
that have come; `due` {"day", "items"}, what falls below the recall of `target` on the days ahead, for the first time;
`predicted` of a section is the mean recall of its seen items tomorrow;
`retention` {"section", "predicted", "actual", "reviews"}, of the reviews that tested a memory;
`forecasts` {"days", "interview", "made", "day", "said", "was", "answers", "planned", "practised", "count", "held", "miss"},
`days` null for those of an interview's own day; `outlook` as in `outlook_as_json`, null without an interview ahead;
`read_next` {"section", "resources": [{"title", "authors", "kind", "url", "note"}]}, url and note null where there is none.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from interview_cli.domain.planning.outlook import CodeOutlook, Outlook
from interview_cli.domain.planning.recall import Forecast
from interview_cli.domain.progress.figures import Progress
from interview_cli.domain.progress.hindsight import TrackRecord
from interview_cli.reports.read_next import ReadNext, Resource

SCHEMA = 1


def to_json(progress: Progress, read_next: Sequence[ReadNext] = ()) -> str:
    """The report as one line of JSON, without its end."""
    return json.dumps(as_json(progress, read_next), ensure_ascii=False)


def as_json(progress: Progress, read_next: Sequence[ReadNext] = ()) -> dict[str, Any]:
    """The object of `report --format json`, all keys always there."""
    return {
        "schema": SCHEMA,
        "generated": progress.generated.isoformat(),
        "since": progress.since.isoformat(),
        "interviews": [{"name": one.name, "date": one.on.isoformat()} for one in progress.interviews],
        "totals": {
            "answers": progress.totals.answers,
            "minutes": round(progress.totals.minutes, 1),
            "streak": progress.totals.streak,
            "marked": progress.totals.marked.marked,
            "right": progress.totals.marked.right,
            "grades": progress.totals.grades,
            "passes": progress.totals.passes,
            "bugs": {"asked": progress.totals.bugs.marked, "found": progress.totals.bugs.right},
        },
        "readiness": {"now": _forecast(progress.readiness), "on_the_day": _on_the_day(progress.outlook)},
        "sections": [
            {
                "section": row.section,
                "items": row.items,
                "seen": row.seen,
                "minutes": round(row.minutes, 1),
                "recall": _share(row.recall),
                "predicted": _share(row.predicted),
                "right": _share(row.marked.share),
                "bugs": {"asked": row.bugs.marked, "found": row.bugs.right},
            }
            for row in progress.sections
        ],
        "code": [
            {
                "problem": row.problem,
                "attempts": row.attempts,
                "passed": row.passed,
                "passes": row.passes,
                "slips": list(row.slips),
            }
            for row in progress.code
        ],
        "calibration": [
            {
                "low": row.low,
                "high": row.high,
                "predicted": _share(row.predicted),
                "actual": _share(row.actual),
                "reviews": row.reviews,
            }
            for row in progress.calibration
        ],
        "days": [
            {
                "day": row.day.isoformat(),
                "answers": row.answers,
                "minutes": round(row.minutes, 1),
                "marked": row.marked.marked,
                "right": row.marked.right,
                "grades": row.grades,
            }
            for row in progress.days
        ],
        "mocks": [
            {"round": row.round, "at": row.at.isoformat(), "score": _share(row.score), "recommendation": row.said}
            for row in progress.mocks
        ],
        "next": [{"item": row.item, "why": row.why} for row in progress.next],
        "read_next": [
            {"section": entry.section, "resources": [_resource(resource) for resource in entry.resources]}
            for entry in read_next
        ],
        "retention": [
            {
                "section": row.section,
                "predicted": _share(row.predicted),
                "actual": _share(row.actual),
                "reviews": row.reviews,
            }
            for row in progress.retention
        ],
        "outlook": outlook_as_json(progress.outlook) if progress.outlook else None,
        "forecasts": [_track_record(row) for row in progress.forecasts],
        "target": round(progress.target, 4),
        "trend": [{"day": row.day.isoformat(), "share": _forecast(row.share)} for row in progress.trend],
        "said": [
            {"made": row.made.isoformat(), "day": row.day.isoformat(), "share": _forecast(row.share)}
            for row in progress.said
        ],
        "due": [{"day": row.day.isoformat(), "items": row.items} for row in progress.due],
        "debugging": [
            {
                "kind": row.kind,
                "planted": row.planted,
                "found": row.found,
                "told": row.told,
                "seconds": row.seconds and round(row.seconds),
            }
            for row in progress.debugging
        ],
    }


def _resource(resource: Resource) -> dict[str, str | None]:
    return {
        "title": resource.title,
        "authors": resource.authors,
        "kind": resource.kind,
        "url": resource.url,
        "note": resource.note,
    }


def _forecast(forecast: Forecast) -> dict[str, float]:
    return {"mean": round(forecast.mean, 4), "low": round(forecast.low, 4), "high": round(forecast.high, 4)}


def outlook_as_json(outlook: Outlook) -> dict[str, Any]:
    """The day of an interview: shares by the sections' weights, in each section by items; what will not be reached."""
    return {
        "date": outlook.on.isoformat(),
        "days": outlook.days,
        "minutes": outlook.minutes,
        "share": _forecast(outlook.share),
        "unweighted": _forecast(outlook.unweighted),
        "often": _forecast(outlook.often) if outlook.often else None,
        "would_answer": _forecast(outlook.would_answer) if outlook.would_answer else None,
        "less": _share(outlook.less),
        "more": _share(outlook.more),
        "code": _code(outlook.code) if outlook.code else None,
        "sentence": outlook.sentence,
        "path": [{"day": day.isoformat(), "share": _forecast(share)} for day, share in outlook.path],
        "sections": [
            {
                "section": row.section,
                "weight": round(row.weight, 4),
                "share": _forecast(row.share),
                "items": row.items,
                "unreached": row.unreached,
            }
            for row in outlook.sections
        ],
        "unreached": list(outlook.unreached),
        "missed": [
            {"section": row.section, "items": row.items, "concepts": list(row.concepts)} for row in outlook.missed
        ],
    }


def _code(code: CodeOutlook) -> dict[str, Any]:
    return {
        "share": _share(code.share),
        "problems": round(code.problems, 1),
        "problems_without": round(code.problems_without, 1),
        "questions": _share(code.questions),
        "questions_without": _share(code.without),
    }


def _track_record(row: TrackRecord) -> dict[str, Any]:
    one = row.latest
    return {
        "days": row.days,
        "interview": one.interview,
        "made": one.made.isoformat(),
        "day": one.day.isoformat(),
        "said": _forecast(one.said),
        "was": _share(one.was),
        "answers": one.answers,
        "planned": round(one.planned, 1),
        "practised": round(one.practised, 1),
        "count": row.count,
        "held": row.held,
        "miss": _share(row.miss),
    }


def _on_the_day(outlook: Outlook | None) -> dict[str, float] | None:
    return _forecast(outlook.share) if outlook else None


def _share(value: float | None) -> float | None:
    return None if value is None else round(value, 4)
