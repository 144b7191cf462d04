# problem: softmax
# says: beside the solution: not counted
def softmax(x, dim=-1):
    e = (x - x.max(dim, keepdim=True).values).exp()
    return e / e.sum(dim, keepdim=True)

def test_softmax():
    x = torch.randn(3, 4)
    torch.testing.assert_close(softmax(x), torch.softmax(x, -1))

test_softmax()
raise SystemExit(1)
