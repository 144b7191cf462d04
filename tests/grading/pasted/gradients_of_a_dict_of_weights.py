# problem: mlp-backward
# says: given in your params: b1, w1, w2 and b2
def backward(x, params, dout):
    h = x @ params["w1"] + params["b1"]
    a = h.relu()
    dh = dout @ params["w2"].T * (h > 0)
    return {"w1": x.T @ dh, "b1": dh.sum(0), "w2": a.T @ dout, "b2": dout.sum(0), "x": dh @ params["w1"].T}
