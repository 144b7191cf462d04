# expect: fail
# family: escaping
# attempts: to start a program in a session of its own
# stopped by: seccomp
import subprocess

subprocess.Popen(["/bin/sleep", "60"], start_new_session=True)


def attention(q, k, v, mask=None):
    return v, v
