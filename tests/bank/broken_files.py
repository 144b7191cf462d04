# ruff: noqa: E501 - a message stands on one line, as the user sees it
"""Section files that are wrong, and what is said about each: `line: field: what: what to do`."""

from __future__ import annotations

CHOICE = """\
section: 7
items:
  - id: q07-why
    kind: choice
    concepts: [s07-scale]
    covers: [0]
    prompt: Why is there a scale?
    options:
      - {text: variance, correct: true}
      - {text: looks, slip: taste, why: It is not a matter of taste.}
"""
NUMERIC = """\
section: 7
items:
  - id: q07-bytes
    kind: numeric
    concepts: [s07-scale]
    parameters: {L: {choose: [24, 48]}, T: {integer: [1, 8]}}
    prompt: How many bytes are {{L}} layers of {{T}} tokens?
    answer: 2*L*T
    unit: B
    tolerance: {relative: 0.01}
    wrong: [{slip: keys-only, form: L*T, why: Two of them}]
"""
SYNTAX = "indent with spaces, close brackets, and put a text with `: `, `#` or a leading symbol in quotes"
FORMULA = "    symbols: {x: {domain: real}}\n    answer: 2*x\n"


def choice(old: str, new: str) -> str:
    """The sound choice with one edit."""
    assert old in CHOICE
    return CHOICE.replace(old, new, 1)


def numeric(old: str, new: str) -> str:
    """The sound numeric item with one edit."""
    assert old in NUMERIC
    return NUMERIC.replace(old, new, 1)


def item(kind: str, rest: str) -> str:
    """A file with one item of this kind."""
    return (
        f"section: 7\nitems:\n  - id: q07-x\n    kind: {kind}\n    concepts: [s07-scale]\n    prompt: Say it.\n{rest}"
    )


BROKEN: list[tuple[str, str, list[str]]] = [
    ("empty file", "", ["1: file: is empty: start with `section:` and `items:`"]),
    *(
        (
            f"a parameter of {value[:9]}",
            numeric("{choose: [24, 48]}", f"{{{value}}}"),
            ["6: q07-bytes.parameters.L: holds a number that can't be used: give numbers of at most 1e+100"],
        )
        for value in ("choose: [.inf]", "choose: [3, .nan]", f"choose: [1{'0' * 400}]", f"integer: [1, 1{'0' * 400}]")
    ),
    (
        "a tag that doesn't fit",
        choice("variance", "!!timestamp true"),
        ["9: file: 'true' doesn't match its tag: remove the tag"],
    ),
    (
        "a binary concept",
        choice("[s07-scale]", "[!!binary aGVsbG8=]"),
        [f"5: column 16: not YAML (!!binary isn't used in a bank): {SYNTAX}"],
    ),
    ("only a comment", "# nothing yet\n", ["1: file: is empty: start with `section:` and `items:`"]),
    ("a list", "- id: q07-why\n", ["1: file: is a list, not a mapping: start with `section:` and `items:`"]),
    (
        "a text",
        "just words\n",
        ["1: file: is the text 'just words', not a mapping: start with `section:` and `items:`"],
    ),
    (
        "not YAML, brackets",
        "section: 7\nitems: [{id: q07-why, kind: choice\n",
        [
            "3: column 1: not YAML (while parsing a flow mapping that began on line 2: did not find expected ',' or '}'): "
            + SYNTAX
        ],
    ),
    (
        "not YAML, colon",
        "section: 7\nitems:\n  - id: q07-why\n    prompt: Why: because\n",
        ["4: column 16: not YAML (mapping values are not allowed in this context): " + SYNTAX],
    ),
    (
        "not YAML, tab",
        "section: 7\nitems:\n\t- id: q07-why\n",
        [
            "3: column 1: not YAML (while scanning for the next token: found character that cannot start any token): "
            + SYNTAX
        ],
    ),
    (
        "not YAML, symbol",
        "section: 7\nitems:\n  - id: q07-why\n    prompt: `x`\n",
        [
            "4: column 13: not YAML (while scanning for the next token: found character that cannot start any token): "
            + SYNTAX
        ],
    ),
    (
        "LaTeX in double quotes",
        'section: 7\nitems:\n  - id: q07-why\n    prompt: "What is $\\sigma$?"\n',
        [
            "4: column 23: not YAML (while parsing a quoted scalar: found unknown escape character): "
            "write a text with backslashes between single quotes"
        ],
    ),
    (
        "not YAML, open quote",
        'section: 7\nitems:\n  - id: q07-why\n    prompt: "x\n',
        [
            "5: column 1: not YAML (while scanning a quoted scalar that began on line 4: found unexpected end of stream): "
            + SYNTAX
        ],
    ),
    (
        "two documents",
        CHOICE + "---\nsection: 7\n",
        [
            "11: column 1: not YAML (expected a single document in the stream that began on line 1: but found another document): "
            + SYNTAX
        ],
    ),
    ("unknown anchor", choice("variance", "*var"), ["9: column 16: not YAML (found undefined alias): " + SYNTAX]),
    (
        "own tag",
        choice("variance", "!!python/name:os.system x"),
        [
            "9: column 16: not YAML (could not determine a constructor for the tag 'tag:yaml.org,2002:python/name:os.system'): "
            + SYNTAX
        ],
    ),
    ("bad tag", choice("covers: [0]", "covers: [!!int x]"), ["6: file: 'x' doesn't match its tag: remove the tag"]),
    (
        "repeated key",
        choice("    kind: choice\n", "    kind: choice\n    prompt: Once.\n"),
        ["8: prompt: appears twice in one mapping: keep one of the two"],
    ),
    (
        "repeated key in an option",
        choice("text: looks, ", "text: looks, text: form, "),
        ["10: text: appears twice in one mapping: keep one of the two"],
    ),
    ("no items", "section: 7\n", ["1: items: is missing: add it at the top of the file"]),
    (
        "items are a mapping",
        "section: 7\nitems: {id: q07-why}\n",
        ["2: items: is a mapping, not a list: write one `- ` for each entry"],
    ),
    ("unknown key at the top", CHOICE + "itmes: []\n", ["11: itmes: isn't a known key: did you mean items?"]),
    (
        "section is a slug",
        choice("section: 7", "section: transformers"),
        ["1: section: is the text 'transformers', not a section: give a number from 0 to 23"],
    ),
    (
        "section out of range",
        choice("section: 7", "section: 24"),
        ["1: section: is the number 24, not a section: give a number from 0 to 23"],
    ),
    (
        "section of another folder",
        choice("section: 7", "section: 9"),
        ["1: section: is 9, but the folder is section 7: move the file to 09-ddpm, or correct the number"],
    ),
    ("no section", choice("section: 7\n", ""), ["1: section: is missing: add it at the top of the file"]),
    (
        "item is a text",
        "section: 7\nitems:\n  - q07-why\n",
        ["3: items[0]: is the text 'q07-why', not a mapping: write `- id: …` with its keys below"],
    ),
    (
        "no kind",
        choice("    kind: choice\n", ""),
        [
            "3: q07-why: has no kind: add `kind:`, one of formula, numeric, choice, bug, ordering, matching, recall, design, code, debug"
        ],
    ),
    (
        "unknown kind",
        choice("kind: choice", "kind: chioce"),
        ["4: q07-why.kind: is the text 'chioce', which isn't a kind of item: did you mean choice?"],
    ),
    (
        "kind far from all",
        choice("kind: choice", "kind: riddle"),
        [
            "4: q07-why.kind: is the text 'riddle', which isn't a kind of item: choose one of formula, numeric, choice, bug, ordering, matching, recall, design, code, debug"
        ],
    ),
    (
        "kind is a list",
        choice("kind: choice", "kind: [choice]"),
        ["4: q07-why.kind: is a list, which isn't a kind of item: did you mean choice?"],
    ),
    ("no id", choice("id: q07-why\n    kind", "kind"), ["3: items[0].id: is missing: add it"]),
    (
        "bad id",
        choice("id: q07-why", "id: Why"),
        [
            "3: Why.id: 'Why' has the wrong form: write an id such as q07-why-scale: q, the two digits of the section, lower-case words"
        ],
    ),
    (
        "id of another section",
        choice("id: q07-why", "id: q09-why"),
        ["3: q09-why.id: belongs to section 9: move it to 09-ddpm"],
    ),
    ("no prompt", choice("    prompt: Why is there a scale?\n", ""), ["3: q07-why.prompt: is missing: add it"]),
    ("empty prompt", choice("Why is there a scale?", ""), ["7: q07-why.prompt: is empty, not text: write text"]),
    (
        "empty text",
        choice("Why is there a scale?", "''"),
        ["7: q07-why.prompt: is empty: write it"],
    ),
    (
        "empty text of a key that may be absent",
        choice("    prompt: Why is", "    title: ''\n    prompt: Why is"),
        ["7: q07-why.title: is empty: write it, or leave the key out"],
    ),
    (
        "number for a text",
        choice("variance", "4"),
        ["9: q07-why.options[0].text: is the number 4, not text: put it in quotes"],
    ),
    ("true for a text", choice("looks", "no"), ["10: q07-why.options[1].text: is false, not text: put it in quotes"]),
    (
        "unknown key",
        choice("prompt:", "promt:"),
        ["3: q07-why.prompt: is missing: add it", "7: q07-why.promt: isn't a known key: did you mean prompt?"],
    ),
    (
        "unknown key of an option",
        choice("why: It", "wy: It"),
        ["10: q07-why.options[1].wy: isn't a known key: did you mean why?"],
    ),
    (
        "key far from all",
        choice("covers: [0]", "colour: red"),
        [
            "6: q07-why.colour: isn't a known key: remove it; the known keys are aliases, concepts, covers, follow_ups, hints, id, kind, level, minutes, options, prompt, replaces, revision, sources, title, why"
        ],
    ),
    (
        "comma in braces",
        choice("It is not a matter of taste.", "no, by taste"),
        [
            "10: q07-why.options[1].by taste: isn't a known key: put the whole text in quotes: inside { } a comma ends it",
            "10: q07-why.options[1].why: is false, not text: put it in quotes",
        ],
    ),
    ("level too high", choice("covers: [0]", "level: 4"), ["6: q07-why.level: is 4: give at most 3"]),
    (
        "level is a word",
        choice("covers: [0]", "level: hard"),
        ["6: q07-why.level: is the text 'hard', not a whole number: write digits without quotes"],
    ),
    ("minutes are zero", choice("covers: [0]", "minutes: 0"), ["6: q07-why.minutes: is 0: give more than 0"]),
    ("no concepts", choice("[s07-scale]", "[]"), ["5: q07-why.concepts: has 0 entries: give at least 1"]),
    (
        "too many concepts",
        choice("[s07-scale]", "[s07-scale, s07-mask, s09-tweedie, s07-scale]"),
        ["5: q07-why.concepts: has 4 entries: give at most 3"],
    ),
    (
        "concepts are a text",
        choice("[s07-scale]", "s07-scale"),
        ["5: q07-why.concepts: is the text 's07-scale', not a list: write it in brackets, or one line each after `- `"],
    ),
    (
        "unknown concept",
        choice("[s07-scale]", "[s07-scales]"),
        ["5: q07-why.concepts[0]: s07-scales isn't a known concept: did you mean s07-scale?"],
    ),
    (
        "second concept unknown",
        choice("[s07-scale]", "[s07-scale, s22-nothing]"),
        ["5: q07-why.concepts[1]: s22-nothing isn't a known concept: use the id of an existing concept"],
    ),
    (
        "covers out of range",
        choice("covers: [0]", "covers: [0, 2]"),
        ["6: q07-why.covers[1]: 2 is out of range: s07-scale has 2 key points: give indices from 0 to 1"],
    ),
    (
        "covers twice",
        choice("covers: [0]", "covers: [1, 1]"),
        ["6: q07-why.covers[1]: 1 appears twice: keep one of the two"],
    ),
    (
        "unknown follow-up",
        choice("covers: [0]", "follow_ups: [q07-whi]"),
        ["6: q07-why.follow_ups[0]: q07-whi isn't a known item: did you mean q07-why?"],
    ),
    (
        "nothing is right",
        choice(", correct: true", ""),
        [
            "3: q07-why: options need at least one with `correct: true` and at least one without: see the example of its kind in question_bank/README.md"
        ],
    ),
    (
        "one option",
        "section: 7\nitems:\n  - id: q07-why\n    kind: choice\n    concepts: [s07-scale]\n    prompt: Why?\n    options: [{text: a, correct: true}]\n",
        ["7: q07-why.options: has 1 entry: give at least 2"],
    ),
    (
        "bad slip",
        choice("slip: taste", "slip: A taste"),
        [
            "10: q07-why.options[1].slip: 'A taste' has the wrong form: write lower-case words joined by hyphens, such as no-scale"
        ],
    ),
    (
        "placeholder in a choice",
        choice("there a scale", "{{this}}"),
        ["7: q07-why.prompt: {{this}} isn't a parameter of this item: remove the braces"],
    ),
    (
        "replaces nothing",
        choice("covers: [0]", "replaces: true"),
        ["6: q07-why.replaces: there's no item with this id to replace: remove `replaces`, or correct the id"],
    ),
    (
        "alias in use",
        choice("covers: [0]", "aliases: [q07-why]"),
        ["6: q07-why.aliases[0]: q07-why is already used by q07-why: use only old ids that no item has now"],
    ),
    (
        "id twice",
        CHOICE + CHOICE.split("items:\n")[1],
        ["11: q07-why.id: is taken, in {file}:3: keep one of the two, or give one another id"],
    ),
    (
        "undeclared parameter",
        numeric("{{T}}", "{{t}}"),
        ["7: q07-bytes.prompt: {{t}} isn't a parameter of this item: declare it under `parameters`"],
    ),
    (
        "undeclared parameter in a wrong form",
        numeric("Two of them", '"Twice {{K}}"'),
        ["11: q07-bytes.wrong[0].why: {{K}} isn't a parameter of this item: declare it under `parameters`"],
    ),
    (
        "no such parameter",
        numeric("{choose: [24, 48]}", "{chose: [24, 48]}"),
        [
            "6: q07-bytes.parameters.L: isn't a parameter: write {choose: [1, 2]}, {integer: [1, 9]} or {real: [0.1, 0.9]}"
        ],
    ),
    (
        "parameter is a number",
        numeric("{choose: [24, 48]}", "24"),
        [
            "6: q07-bytes.parameters.L: isn't a parameter: write {choose: [1, 2]}, {integer: [1, 9]} or {real: [0.1, 0.9]}"
        ],
    ),
    (
        "parameter with words",
        numeric("[24, 48]", "[24, many]"),
        ["6: q07-bytes.parameters.L.choose[1]: is the text 'many', not a number: write a number without quotes"],
    ),
    ("parameter with one end", numeric("[1, 8]", "[1]"), ["6: q07-bytes.parameters.T.integer[1]: is missing: add it"]),
    (
        "empty range",
        numeric("[1, 8]", "[8, 1]"),
        ["6: q07-bytes.parameters.T: the range 8 to 1 is empty: swap the two ends"],
    ),
    (
        "two tolerances",
        numeric("{relative: 0.01}", "{relative: 0.01, absolute: 1}"),
        [
            "10: q07-bytes.tolerance: give either relative or absolute: see the example of its kind in question_bank/README.md"
        ],
    ),
    (
        "tolerance above one",
        numeric("{relative: 0.01}", "{relative: 1.5}"),
        ["10: q07-bytes.tolerance.relative: is 1.5: give less than 1"],
    ),
    (
        "unknown domain",
        item("formula", FORMULA.replace("real", "reel")),
        [
            "7: q07-x.symbols.x.domain: is the text 'reel', not one of real, positive, unit, integer, length: did you mean real?"
        ],
    ),
    (
        "spelling is a number",
        item("formula", FORMULA.replace("real", "real, also: 3")),
        ["7: q07-x.symbols.x.also: is the number 3; it must be text or a list of texts: put it in quotes"],
    ),
    (
        "no symbols",
        item("formula", "    symbols: {}\n    answer: '2'\n"),
        ["7: q07-x.symbols: has 0 entries: give at least 1"],
    ),
    (
        "symbol is a number",
        item("formula", "    symbols: {2: {domain: real}}\n    answer: '2'\n"),
        ["7: q07-x.symbols.2: the key is the number 2; it must be text: put it in quotes"],
    ),
    ("too few steps", item("ordering", "    steps: [a, b]\n"), ["7: q07-x.steps: has 2 entries: give at least 3"]),
    (
        "ragged rows",
        item("matching", "    rows: {SD 1: {space: latent}, SD 2: {room: latent}}\n"),
        [
            "3: q07-x: every row needs the same columns in the same order: see the example of its kind in question_bank/README.md"
        ],
    ),
    (
        "too many letters",
        item("matching", "    rows:\n" + "".join(f"      r{r}: {{a: a{r}, b: b{r}, c: c{r}}}\n" for r in range(9))),
        ["7: q07-x.rows: has 27 different values, more than there are letters: keep to 26: split the table in two"],
    ),
    (
        "unknown form",
        item("recall", "    form: storey\n    key_points: [{text: a}]\n"),
        [
            "7: q07-x.form: is the text 'storey', not one of fact, derivation, contrast, story, pitch, scenario, critique, "
            "defense: did you mean story?"
        ],
    ),
    (
        "essential is a word",
        item("recall", "    key_points: [{text: a, essential: very}]\n"),
        ["7: q07-x.key_points[0].essential: is the text 'very', not true or false: write true or false without quotes"],
    ),
    (
        "phase without checklist",
        item("design", "    phases: [{name: a, minutes: 1, checklist: []}, {name: b, minutes: 2, checklist: [c]}]\n"),
        ["7: q07-x.phases[0].checklist: has 0 entries: give at least 1"],
    ),
    (
        "unknown estimate",
        item(
            "design",
            "    phases: [{name: a, minutes: 1, checklist: [c]}, {name: b, minutes: 2, checklist: [c]}]\n    estimates: [q07-memory]\n",
        ),
        ["8: q07-x.estimates[0]: q07-memory isn't a known item: use the id of an existing item"],
    ),
    (
        "unknown problem of a bug",
        item("bug", "    problem: atention\n    slip: no-scale\n    options: [{text: a, correct: true}, {text: b}]\n"),
        ["7: q07-x.problem: atention isn't a known problem of the catalog: did you mean attention?"],
    ),
    (
        "unknown project of an exercise",
        item("debug", "    project: char-gtp\n"),
        ["7: q07-x.project: char-gtp isn't a known project: did you mean char-gpt?"],
    ),
    (
        "an exercise on a problem and a project",
        item("debug", "    problem: attention\n    project: char-gpt\n"),
        ["3: q07-x: name either a problem or a project: see the example of its kind in question_bank/README.md"],
    ),
    (
        "code of no problem",
        "section: 7\nitems:\n  - {id: atention, kind: code, concepts: [s07-scale], prompt: Write it.}\n",
        ["3: atention.id: atention isn't a known problem of the catalog: did you mean attention?"],
    ),
    (
        "code of another section",
        "section: 7\nitems:\n  - {id: ddim-step, kind: code, concepts: [s07-scale], prompt: Write it.}\n",
        ["3: ddim-step.id: belongs to section 12: move it to 12-sampling-guidance"],
    ),
    (
        "three faults at once",
        choice("kind: choice", "kind: choice\n    level: 9")
        .replace("[s07-scale]", "[s07-skale]")
        .replace("slip: taste", "slop: taste"),
        [
            "5: q07-why.level: is 9: give at most 3",
            "6: q07-why.concepts[0]: s07-skale isn't a known concept: did you mean s07-scale?",
            "11: q07-why.options[1].slop: isn't a known key: did you mean slip?",
        ],
    ),
]
