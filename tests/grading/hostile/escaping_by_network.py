# expect: fail
# family: escaping
# attempts: to connect to another process over the network
# stopped by: seccomp
import socket

socket.create_connection(("127.0.0.1", 9), timeout=0.1)


def attention(q, k, v, mask=None):
    return v, v
