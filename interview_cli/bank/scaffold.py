"""A first version of an item to write over: YAML that loads and lints, with comments that say what to write.

Imports the standard library and the domain only.
"""

from __future__ import annotations

from dataclasses import dataclass

from interview_cli.bank.folder import SECTION_FOLDERS

_FOLDERS = {number: name for name, number in SECTION_FOLDERS.items()}


@dataclass(frozen=True, slots=True)
class Scaffold:
    """What an item starts from. `problem` and its `slips` are for a bug, which shows the first.

    A debug item takes the `problem` alone; other kinds ignore them.
    """

    item: str
    kind: str
    section: int
    concept: str
    problem: str = ""
    slips: tuple[str, ...] = ()

    def text(self) -> str:
        """The file: a section with this one item."""
        body = BODIES[self.kind].replace("PROBLEM", self.problem)
        if self.slips:
            body = body.replace("SLIPS", ", ".join(self.slips)).replace("SLIP", self.slips[0])
        cited = "" if self.kind in UNCITED else SOURCES
        return self._head() + "".join(f"    {line}\n" for line in (body + cited).splitlines())

    def _head(self) -> str:
        return f"""\
# Replace the text below, and save it as {_FOLDERS[self.section]}/TOPIC.yaml in a folder of your own.
# Then: interview --bank FOLDER bank lint
# Between single quotes LaTeX stays as it is, and '' is an apostrophe.
section: {self.section}
items:
  - id: {self.item}
    kind: {self.kind}
    concepts: [{self.concept}]  # one to three ids of concepts.yaml; the first is what the item is about
    covers: [0]  # which key points of the first concept it asks, counted from 0
    level: 2  # 1 warm-up, 2 standard, 3 hard
    minutes: {MINUTES.get(self.kind, 2)}  # how long a prepared person takes
"""


MINUTES = {"design": 45, "code": 15, "debug": 15}
UNCITED = frozenset({"design", "code", "debug"})

SOURCES = """\
# The reason behind the answer, as a good teacher adds it; don't repeat the answer.
why: 'Say why it is so.'
# Where to look it up, checked and not from memory: paper, section or equation, arXiv id.
sources: ['Author et al. YEAR, section N, arXiv:NNNN.NNNNN']
"""

OPTIONS = """\
# Two to eight, shuffled when shown; one or several are correct. A wrong one is a belief that people hold, with the
# reason why it is wrong; `slip` names the belief.
options:
  - text: 'The right answer, no longer than the others.'
    correct: true
  - text: 'What people believe instead.'
    slip: first-belief
    why: 'Say why this belief is wrong.'
  - text: 'Another thing that people believe.'
    slip: second-belief
    why: 'Say why this belief is wrong, too.'
"""

BODIES = {
    "formula": r"""# Markdown, with LaTeX between dollars; name every symbol that the answer needs.
prompt: 'Write the density of $x \sim N(\mu, \sigma^2)$ at its mean.'
# domain: real, positive, unit (between 0 and 1), integer, length; `range: [lo, hi]` narrows it, `over: i` makes a
# vector; `latex` and `also` are other spellings that are accepted.
symbols:
  sigma: {domain: positive, latex: '\sigma', meaning: the standard deviation}
answer: 1/(sigma*sqrt(2*pi))
# Mistakes that people make; each must differ from the answer.
wrong:
  - {slip: no-root, form: 1/(2*pi*sigma), why: 'Say what the mistake is.'}
""",
    "numeric": """# {{name}} stands for a value that is drawn each time the item is shown.
prompt: 'How many weights does a linear layer from {{inputs}} to {{outputs}} units have, biases included?'
# One of: {choose: [24, 48]}, {integer: [lo, hi]}, {real: [lo, hi]}.
parameters:
  inputs: {choose: [256, 512]}
  outputs: {integer: [10, 99]}
# Functions: sqrt log exp floor ceil min max abs sin cos tanh.
answer: (inputs + 1)*outputs
# unit: B, bit, s, Hz, FLOP, px, ...; leave it out for a count.
tolerance: {relative: 0}  # a share such as 0.01, 0 for the exact number; or `absolute`
# Mistakes that people make, outside the tolerance.
wrong:
  - {slip: no-biases, form: inputs*outputs, why: 'Say what the mistake is.'}
""",
    "choice": f"""# Markdown, with LaTeX between dollars. Ask one thing that has one answer.
prompt: 'Ask the question.'
{OPTIONS}""",
    "bug": f"""# The page of this problem is shown with this slip in it.
problem: PROBLEM
slip: SLIP  # one of SLIPS
prompt: 'What is wrong here, and what would you see?'
{OPTIONS}""",
    "ordering": """prompt: 'Put the steps of ... in order.'
# In the right order, three to nine; they are shown shuffled, and no other order may be right.
steps:
  - 'What comes first.'
  - 'What needs the first.'
  - 'What needs the second.'
""",
    "matching": """prompt: 'Which ... belongs to which ...?'
# Row, column, value: the same columns in every row, at most 26 different values.
rows:
  'first row': {'column': 'its value'}
  'second row': {'column': 'another value'}
""",
    "recall": """# form: fact, derivation, contrast, story or pitch; the last two need no sources.
form: fact
# seconds: 60  sets a clock.
prompt: 'Ask what people should explain in their own words.'
# One fact each; a strong answer holds the essential ones.
key_points:
  - {text: 'What a good answer must say.', essential: true}
  - {text: 'What makes the answer strong.'}
# What weak answers say.
pitfalls: ['What people say instead.']
""",
    "design": """prompt: 'Design a product that ...'
# What a strong candidate covers in each phase, with its minutes.
phases:
  - {name: requirements, minutes: 10, checklist: ['who uses it', 'latency and cost']}
  - {name: model, minutes: 35, checklist: ['what is trained on what', 'how it is evaluated and served']}
# estimates: ids of numeric items that belong to it.
""",
    "code": """# As an interviewer would put it; signature and semantics are in catalog.yaml.
prompt: 'Write ...'
# From vague to nearly the answer.
hints: ['Where to begin.', 'What people overlook.']
cost: 'O(n) time and memory'  # the complexity that is expected
""",
    "debug": """# The code of this problem is shown with so many of its known mistakes, fresh ones each day.
problem: PROBLEM  # or, in its place, a small project of several files: `project: char-gpt`
bugs: 3  # one to five
# The problem's own statement is shown below the prompt.
prompt: 'This code runs, but it has three mistakes. Find and fix them.'
# What a good teacher adds when it is over: what to check first in code of this kind.
why: 'Say what to check first, and what it would show.'
""",
}
