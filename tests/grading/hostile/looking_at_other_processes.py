# expect: error
import os

attention = open(f"/proc/{os.getppid()}/environ").read()
