# expect: fail
# family: looking for answers
# attempts: to have importers, distributions and entry points hand out the files of the answers
# stopped by: landlock
# problem: kth-smallest
import importlib.machinery as mm
import importlib.metadata as m
import importlib.util as u
import pkgutil
import sys

found = []
for n in ("reference_impls", "question_bank", "tests", "interview_cli.grading.judge.grade", "interview_cli.grading.host.server"):
    for how in (
        lambda: pkgutil.get_data(n, "__init__.py"),
        lambda: u.find_spec(n).loader.get_data(u.find_spec(n).origin),
        lambda: list(pkgutil.iter_modules([sys.modules[n].__path__[0]])),
        lambda: mm.SourcelessFileLoader(n, u.cache_from_source(u.find_spec(n).origin)).get_code(n),
    ):
        try:
            r = how()
        except BaseException:
            continue
        if r:
            found.append((n, r))
try:
    found += [
        f
        for d in m.distributions()
        for f in (d.files or [])
        if str(f).endswith("attention.py") and "reference" in str(f) and f.read_text()
    ]
except BaseException:
    pass
if found:
    raise AssertionError("BREACH: {!r}".format(str(found[:2])[:300]))


def kth_smallest(nums, k):
    return None
