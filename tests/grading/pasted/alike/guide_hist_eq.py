# problem: histogram-equalization
# expect: fail
def hist_eq(img):
    hist = np.bincount(img.ravel(), minlength=256)
    cdf = hist.cumsum()
    cdf_m = (cdf - cdf.min()) * 255 / (cdf.max() - cdf.min())
    return cdf_m[img].astype(np.uint8)

plt.hist(hist_eq(img).ravel(), 256)
