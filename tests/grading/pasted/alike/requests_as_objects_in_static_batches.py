# problem: continuous-batching
# expect: fail
from collections import deque
from dataclasses import dataclass


@dataclass
class Request:
    request_id: int
    max_new_tokens: int
    generated: int = 0
    finish_step: int = -1

    @property
    def done(self):
        return self.generated >= self.max_new_tokens


class Engine:
    def __init__(self, max_batch_size: int):
        self.max_batch_size = max_batch_size
        self.waiting: deque[Request] = deque()
        self.running: list[Request] = []
        self.clock = 0

    def add_request(self, req: Request):
        self.waiting.append(req)

    def step(self):
        if not self.running:
            while self.waiting and len(self.running) < self.max_batch_size:
                self.running.append(self.waiting.popleft())
        self.clock += 1
        for r in self.running:
            r.generated += 1
            if r.done:
                r.finish_step = self.clock
        self.running = [r for r in self.running if not r.done]

    def run(self, requests: list[Request]):
        for r in requests:
            self.add_request(r)
        while self.waiting or self.running:
            self.step()
        return self.clock, [r.finish_step for r in requests]
