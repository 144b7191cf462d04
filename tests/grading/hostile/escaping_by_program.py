# expect: error
import subprocess

subprocess.Popen(["/bin/sleep", "60"], start_new_session=True)


def attention(q, k, v, mask=None):
    return v, v
