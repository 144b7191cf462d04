# problem: conv2d
# expect: fail
# says: flip
def conv_forward(x, w, b, conv_param):
    step, margin = conv_param["stride"], conv_param["pad"]
    count, _, height, width = x.shape
    filters, _, tall, wide = w.shape
    rows = (height + 2 * margin - tall) // step + 1
    columns = (width + 2 * margin - wide) // step + 1
    padded = np.pad(x, ((0, 0), (0, 0), (margin, margin), (margin, margin)))
    out = np.zeros((count, filters, rows, columns))
    for i in range(rows):
        for j in range(columns):
            window = padded[:, None, :, i * step : i * step + tall, j * step : j * step + wide]
            out[:, :, i, j] = (window * w[None, :, :, ::-1, ::-1]).sum(axis=(2, 3, 4))
    if b is not None:
        out += b.reshape(1, -1, 1, 1)
    cache = (x, w, b, conv_param)
    return out, cache
