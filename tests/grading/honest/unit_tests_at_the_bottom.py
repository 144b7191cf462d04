# uses: tests of its own below the answer: assertions, test cases, a framework that may be missing
import unittest

import torch

try:
    import pytest
except ImportError:
    pytest = None


def attention(q, k, v, mask=None):
    scores = q @ k.mT / q.shape[-1] ** 0.5
    scores = scores if mask is None else scores.masked_fill(mask == 0, float("-inf"))
    p = scores.softmax(-1)
    return p @ v, p


def test_rows_sum_to_one():
    p = attention(torch.randn(2, 3, 4), torch.randn(2, 5, 4), torch.randn(2, 5, 6))[1]
    torch.testing.assert_close(p.sum(-1), torch.ones(2, 3))


class TestAttention(unittest.TestCase):
    def test_shape(self):
        self.assertEqual(attention(*torch.ones(3, 1, 2, 4))[0].shape, (1, 2, 4))


test_rows_sum_to_one()
unittest.TextTestRunner().run(unittest.defaultTestLoader.loadTestsFromTestCase(TestAttention))
