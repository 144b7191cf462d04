"""The JSON schema of a section file, for editors; imports pydantic and the domain only."""

from __future__ import annotations

import json
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from interview_cli.domain.items.question import Item


class SectionFile(BaseModel):
    """Items of one section of the guide."""

    model_config = ConfigDict(extra="forbid")

    section: Annotated[int, Field(ge=0, le=23)]
    items: list[Item]


def schema_text() -> str:
    """What `question_bank/schema.json` holds."""
    return json.dumps(SectionFile.model_json_schema(), indent=1, ensure_ascii=False) + "\n"
