# expect: fail, error, crashed
# family: tampering
# attempts: to stand between the runner and every module: finders, hooks, and counterfeits of torch and of itself
# stopped by: process
# problem: kth-smallest
import importlib.abc
import sys
import types


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):
        raise SystemExit(0)


sys.meta_path.insert(0, Finder())
sys.path_hooks.insert(0, lambda path: sys.exit(0))
for name in ("torch", "numpy", "json", "traceback", "interview_cli.grading.wire.frames", "interview_cli.grading.judge.grade", "__main__"):
    sys.modules[name] = types.ModuleType(name)
sys.path[:] = ["/nonexistent"]


def kth_smallest(nums, k):
    return None
