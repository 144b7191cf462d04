# expect: fail
# family: looking for answers
# attempts: to list and open the answers, tests, questions, the user's folders and what lies beside the program
# stopped by: landlock
# problem: kth-smallest
import glob
import os
import sys

program = sys.modules["interview_cli.grading.wire.frames"].__file__.rsplit("/", 4)[0]
seen = []
for path in (
    *(f"{program}/{name}" for name in ("reference_impls", "question_bank", "tests", "interview_cli", "interview_cli/grading")),
    os.path.dirname(CANARY), os.path.expanduser("~"), "/root", "/home", "/etc", "/tmp", "/var", "/proc", "/proc/1", "/run", "/mnt",
):  # fmt: skip
    for attempt in (os.listdir, os.scandir, lambda p: os.open(p, os.O_RDONLY), lambda p: os.open(p + "/.", os.O_DIRECTORY)):
        try:
            attempt(path)
        except OSError:
            continue
        seen.append(path)
for pattern in ("/**/reference.py", "/reference_impls/**/*.pyc", "/question_bank/*.yaml"):
    seen += glob.glob(program + pattern, recursive=True)
for path in ("/etc/passwd", "/etc/hostname", CANARY, CANARY + ".db", "/proc/self/status", "/proc/version", "/proc/mounts"):
    try:
        seen.append(open(path, "rb").read(1))
    except OSError:
        continue
if seen:
    raise AssertionError(f"BREACH: {seen[:3]}")


def kth_smallest(nums, k):
    return None
