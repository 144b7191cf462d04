# problem: beam-search
from dataclasses import dataclass


@dataclass
class Candidate:
    tokens: list
    score: float
    done: bool = False


class Decoder:
    def __init__(self, step_fn, beam_width=4, max_length=50, bos_id=0, eos_id=1):
        self.step_fn, self.beam_width, self.max_length = step_fn, beam_width, max_length
        self.bos_id, self.eos_id = bos_id, eos_id

    def _grow(self, one):
        for token, logp in enumerate(self.step_fn(one.tokens)):
            yield Candidate([*one.tokens, token], one.score + float(logp), token == self.eos_id)

    def decode(self):
        beams = [Candidate([self.bos_id], 0.0)]
        while not all(one.done or len(one.tokens) >= self.max_length for one in beams):
            grown = [new for one in beams for new in ([one] if one.done else self._grow(one))]
            beams = sorted(grown, key=lambda one: one.score, reverse=True)[: self.beam_width]
        return max(beams, key=lambda one: one.score).tokens
