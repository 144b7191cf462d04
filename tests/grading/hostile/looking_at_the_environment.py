# expect: fail
# family: looking for answers
# attempts: to find something secret in the environment, as Python sees it and as libc does
# stopped by: process
# problem: kth-smallest
import ctypes
import os

KNOWN = set(
    "PATH LANG LC_ALL LC_CTYPE LD_LIBRARY_PATH CUDA_VISIBLE_DEVICES SYSTEMROOT TMPDIR VIRTUAL_ENV OMP_NUM_THREADS HOME USER "
    "OPENBLAS_NUM_THREADS MKL_NUM_THREADS LOGNAME TORCHINDUCTOR_CACHE_DIR PYTHONNOUSERSITE KMP_INIT_AT_FORK "
    "KMP_DUPLICATE_LIB_OK PYTHONMALLOC GLIBC_TUNABLES MPLBACKEND MPLCONFIGDIR TORCHDYNAMO_DISABLE".split()
)
libc = ctypes.CDLL(None)
entries = ctypes.POINTER(ctypes.c_char_p).in_dll(libc, "environ")
names = set(os.environ)
position = 0
while entries[position]:
    names.add(entries[position].split(b"=")[0].decode())
    position += 1
if names - KNOWN or os.environ["HOME"] != "/nonexistent":
    raise AssertionError(f"BREACH: {names - KNOWN}")


def kth_smallest(nums, k):
    return None
