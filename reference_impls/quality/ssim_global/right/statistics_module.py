import statistics as st


def ssim_global(x, y, peak=255.0):
    a, b = [float(v) for v in x.flatten()], [float(v) for v in y.flatten()]
    ma, mb = st.fmean(a), st.fmean(b)
    va, vb = st.pvariance(a), st.pvariance(b)
    # var(a + b) = var a + var b + 2 cov
    cov2 = st.pvariance([p + q for p, q in zip(a, b)]) - va - vb
    c1, c2 = (peak / 100) ** 2, (3 * peak / 100) ** 2
    return (2 * ma * mb + c1) * (cov2 + c2) / ((ma * ma + mb * mb + c1) * (va + vb + c2))
