# expect: fail
# family: looking for answers
# attempts: to read and run the reference's file
# stopped by: landlock
import sys

program = sys.modules["interview_cli.grading.wire.frames"].__file__
with open(program.replace("interview_cli/grading/wire/frames.py", "reference_impls/transformers/attention/reference.py")) as file:
    exec(file.read())


def attention(q, k, v, mask=None):
    return v, v
