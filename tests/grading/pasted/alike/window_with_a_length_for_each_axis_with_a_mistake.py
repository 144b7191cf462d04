# problem: median-filter
# expect: fail
def median_filter2d(image, window=(3, 3)):
    kh, kw = window
    img = np.pad(np.asarray(image), ((kh // 2, kh // 2), (kw // 2, kw // 2)), mode="reflect")
    t = torch.from_numpy(img.astype(np.float64)).unfold(0, kh, 1).unfold(1, kw, 1).flatten(2)
    return t.median(-1).values.numpy().astype(image.dtype)
