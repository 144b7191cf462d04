"""`python -m benchmarks [startup] [question] [grading] [data]`: print every measurement beside its budget."""

from __future__ import annotations

import sys

from benchmarks import data, grading, question, startup

TOPICS = {"startup": startup.lines, "question": question.lines, "grading": grading.lines, "data": data.lines}


def main(topics: list[str]) -> int:
    """Run the topics, all without arguments."""
    unknown = [topic for topic in topics if topic not in TOPICS]
    if unknown:
        print(f"no benchmark {unknown[0]!r}; there are {', '.join(TOPICS)}", file=sys.stderr)
        return 2
    for topic in topics or TOPICS:
        for line in TOPICS[topic]():
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
