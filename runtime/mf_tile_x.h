/*
 * mf_tile_x.h - the products of floats, and those of doubles: mf_tile.h includes it
 * for each. Here RealX is the type, and the names that end in X are its own.
 */

#if MF_VECTORS
/* Zips `size` vectors, a power of two, the upper half with the lower one, until what
 * was at one place of all is side by side. */
static inline void mf_zipX(int size, MfVecX *x)
{
    MfVecX y[MF_VX];
    _Pragma("GCC unroll 4") for (int half = 1; half < size; half *= 2)
    {
        _Pragma("GCC unroll 8") for (int i = 0; i < size / 2; i++)
        {
            y[2 * i] = MF_LOWX(x[i], x[i + size / 2]);
            y[2 * i + 1] = MF_HIGHX(x[i], x[i + size / 2]);
        }
        _Pragma("GCC unroll 16") for (int i = 0; i < size; i++) x[i] = y[i];
    }
}
#endif

/* Columns of b as rows of a strip, as far as V columns and V terms reach: those of
 * `size` are zipped until their terms are side by side, V / size of them in a vector.
 */
static inline void mf_zippedX(int size, int columns, const ptrdiff_t *column, int terms,
                              const RealX *b, int width, RealX *strip)
{
#if MF_VECTORS
    MfVecX x[MF_VX];
    _Pragma("GCC unroll 16") for (int i = 0; i < size; i++) x[i] =
        i < columns ? MF_SOMEX(b + column[i], terms) : MF_SETX(0);
    mf_zipX(size, x);
    if (size == MF_VX) {
        for (int k = 0; k < terms; k++)
            MF_STOREX(strip + k * width, x[k]);
        return;
    }
    RealX row[MF_VX * MF_VX];
    _Pragma("GCC unroll 16") for (int i = 0; i < size; i++)
        MF_STOREX(row + i * MF_VX, x[i]);
    for (int k = 0; k < terms; k++) {
        MF_ZEROX(strip + k * width);
        memcpy(strip + k * width, row + k * size, (size_t)size * sizeof *row);
    }
#else
    (void)size;
    for (int k = 0; k < terms; k++)
        for (int i = 0; i < MF_VX; i++)
            strip[k * width + i] = i < columns ? b[column[i] + k] : 0;
#endif
}

/* The same, of as few as there are. */
static inline void mf_turnX(int columns, const ptrdiff_t *column, int terms,
                            const RealX *b, int width, RealX *strip)
{
    if (4 * columns <= MF_VX)
        mf_zippedX(MF_VX / 4, columns, column, terms, b, width, strip);
    else
        mf_zippedX(MF_VX, columns, column, terms, b, width, strip);
}

/* Copies n terms of the columns of a strip from b, in rows of its width with zeros
 * behind the last column: whole vectors of neighbours, then neighbours together, and
 * terms that are neighbours turned. */
static inline void mf_packX(const MfPlan *p, const MfStrip *s, int n, const RealX *b,
                            RealX *strip)
{
    enum { V = MF_VX };
    const ptrdiff_t *column = p->column + s->column;
    int columns = s->own, width = s->width, pieces = 0, start[MF_WIDE * V],
        size[MF_WIDE * V];
    int apart = p->column_step != 0 && p->column_step != 1;
    for (int v = 0, run; v < columns; v += run, pieces++) {
        run = apart ? 1 : mf_run(columns - v < V ? columns - v : V, column + v);
        start[pieces] = v;
        size[pieces] = run;
    }
    if (pieces * V == width && columns == width)
        for (int k = 0; k < n; k++)
            for (int v = 0; v < width; v += V)
                memcpy(strip + k * width + v, b + p->at_b[k] + column[v],
                       V * sizeof *strip);
    else if (4 * pieces <= columns || pieces == 1)
        for (int k = 0; k < n; k++) {
            RealX *to = strip + k * width;
            const RealX *from = b + p->at_b[k];
            if (columns < width)
                MF_ZEROX(to + width - V);
            for (int i = 0; i < pieces; i++)
                MF_COPYX(to + start[i], from + column[start[i]], size[i]);
        }
    else
        for (int k = 0, run; k < n; k += run) {
            run = n - k < V ? n - k : V;
            if (p->step_b != 1)
                run = mf_run(run, p->at_b + k);
            for (int v = 0; v < width; v += V)
                mf_turnX(columns - v, column + v, run, b + p->at_b[k], width,
                         strip + k * width + v);
        }
}

/* Some panels of one strip of columns; all of its rows, in panels of r and r - 1 of
 * each part. */
MF_KERNELS(mf_singleX, MF_BODYX, MF_HALF_BODYX, RealX, MF_VX, 1, 1)
MF_KERNELS(mf_pairX, MF_BODYX, MF_HALF_BODYX, RealX, MF_VX, 1, 2)
MF_KERNELS(mf_threeX, MF_BODYX, MF_HALF_BODYX, RealX, MF_VX, 1, 3)
MF_KERNELS(mf_wideX, MF_BODYX, MF_HALF_BODYX, RealX, MF_VX, 1, MF_WIDE)
MF_KERNELS(mf_tall_singleX, MF_BODYX, MF_HALF_BODYX, RealX, MF_VX, MF_WIDE, 1)
MF_KERNELS(mf_tall_pairX, MF_BODYX, MF_HALF_BODYX, RealX, MF_VX, MF_WIDE / 2, 2)
MF_TO_6(mf_fullX, MF_FULL_BODYX, RealX, 1, MF_WIDE)
MF_TO_6(mf_spacedX, MF_SPACED_BODYX, RealX, 1, MF_WIDE)
MF_TO_3(mf_broadX, MF_BODYX, RealX)
static inline void mf_panelsX(int rows, int panels, int vectors, MF_TILE_ARGS(RealX))
{
    if (vectors == MF_SPACED)
        mf_spacedX(MF_TILE_ALL);
    else if (MF_PARTS && vectors == MF_WIDE && last == MF_VX)
        mf_fullX(MF_TILE_ALL);
    else if (vectors == MF_WIDE)
        mf_wideX(MF_TILE_ALL);
    else if (MF_WIDE > 3 && vectors == 3)
        mf_threeX(MF_TILE_ALL);
    else if (vectors == 1 && apart)
        mf_tall_singleX(MF_TILE_ALL);
    else if (vectors == 1)
        mf_singleX(MF_TILE_ALL);
    else if (MF_WIDE > 2 && apart)
        mf_tall_pairX(MF_TILE_ALL);
    else if (MF_WIDE > 2)
        mf_pairX(MF_TILE_ALL);
}
/* All panels of a strip of p; they ask for what p has to ask for. */
static inline void mf_stripX(MfPlan *p, int vectors, int n, const RealX *a,
                             const ptrdiff_t *row, const ptrdiff_t *at_a,
                             const RealX *b, const ptrdiff_t *at_b, int last, RealX *c,
                             ptrdiff_t c_i, int first, MfSoon *soon)
{
    if (vectors == MF_BROAD) {
        mf_ask(p, 1);
        mf_broadX(p->m, n, a, row, at_a, b, at_b, last, c, c_i, first, 0, 0, soon);
        return;
    }
    MfParts of = mf_parts(p, vectors);
    int panels = (of.high + 5) / 6, r = (of.high + panels - 1) / panels,
        more = panels - (r * panels - of.high);
    int step = p->pieces > 0 || p->owns > 0 ? 1 : panels;
    for (int i = 0, rows, some; i < panels; i += some) {
        rows = i < more ? r : r - 1;
        some = (i < more ? more : panels) - i;
        some = some < step ? some : step;
        mf_ask(p, panels - i);
        mf_panelsX(rows, some, vectors, n, a, row, at_a, b, at_b, last, c, c_i, first,
                   of.high, of.apart, soon);
        row += rows * some;
        c += rows * some * c_i;
    }
}

/* Up to three rows by the columns of a strip, whose terms are neighbours: as many
 * columns by as many terms as a vector has are turned on the way to the sums, as so few
 * rows do not repay a copy. (Sums behind the last column are anything.) */
#if MF_VECTORS
static inline void mf_turned_termsX(int rows, int whole, int terms, const RealX *a,
                                    const ptrdiff_t *row, const ptrdiff_t *at_a,
                                    const RealX *const *from, int k, MfVecX *acc)
{
    MfVecX x[MF_VX];
    _Pragma("GCC unroll 16") for (int i = 0; i < MF_VX; i++) x[i] =
        whole ? MF_LOADX(from[i] + k) : MF_SOMEX(from[i] + k, terms);
    mf_zipX(MF_VX, x);
    _Pragma("GCC unroll 16") for (int j = 0; j < MF_VX; j++) if (whole || j < terms)
        _Pragma("GCC unroll 4") for (int i = 0; i < rows; i++) acc[i] =
            MF_FMAX(MF_SETX(a[row[i] + at_a[k + j]]), x[j], acc[i]);
}

static inline void mf_turned_rowsX(int rows, int columns, const ptrdiff_t *column,
                                   int n, const RealX *a, const ptrdiff_t *row,
                                   const ptrdiff_t *at_a, const RealX *b, RealX *c,
                                   ptrdiff_t c_i, int first)
{
    const RealX *from[MF_VX];
    MfVecX acc[MF_LOW];
    int k = 0;
    for (int i = 0; i < MF_VX; i++)
        from[i] = b + column[i < columns ? i : columns - 1];
    _Pragma("GCC unroll 4") for (int i = 0; i < rows; i++) acc[i] =
        first ? MF_SETX(0) : MF_LOADX(c + i * c_i);
    for (; k + MF_VX <= n; k += MF_VX)
        mf_turned_termsX(rows, 1, MF_VX, a, row, at_a, from, k, acc);
    if (k < n)
        mf_turned_termsX(rows, 0, n - k, a, row, at_a, from, k, acc);
    _Pragma("GCC unroll 4") for (int i = 0; i < rows; i++)
        MF_STOREX(c + i * c_i, acc[i]);
}

MF_KERNEL void mf_turned_stripX(int rows, int columns, const ptrdiff_t *column, int n,
                                const RealX *a, const ptrdiff_t *row,
                                const ptrdiff_t *at_a, const RealX *b, RealX *c,
                                ptrdiff_t c_i, int first)
{
    for (int v = 0; v < columns; v += MF_VX) {
        int own = columns - v;
        if (rows == 1)
            mf_turned_rowsX(1, own, column + v, n, a, row, at_a, b, c + v, c_i, first);
        else if (rows == 2)
            mf_turned_rowsX(2, own, column + v, n, a, row, at_a, b, c + v, c_i, first);
        else
            mf_turned_rowsX(3, own, column + v, n, a, row, at_a, b, c + v, c_i, first);
    }
}
#endif

/* The product of rows by columns into c, whose rows are c_i apart and hold whole
 * strips: the columns rounded up to 32. Unless `first`, the sums go on from c. Rows
 * that are not asked for (mf_rows) are left as they are. */
static inline void mf_product_fromX(int first, MfPlan *p, const RealX *a,
                                    const RealX *b, RealX *c, ptrdiff_t c_i)
{
    ptrdiff_t line[MF_BLOCK];
    MF_LINED RealX strip[(MF_BLOCK + 1) * MF_WIDE * MF_VX];
    MfTerms t = {{0}, 0, 0, 0}, next = t;
    uintptr_t after[2];
    MfSoon soon;
    const ptrdiff_t *row = p->row + p->first;
    c += p->first * c_i;
    mf_expect(p, a, b, after);
    mf_next(p, &next);
    for (int more = 1; more; first = 0) {
        t = next;
        more = mf_next(p, &next);
        const uintptr_t here[] = {(uintptr_t)(a + t.a), (uintptr_t)(b + t.b)};
        const uintptr_t there[] = {more ? (uintptr_t)(a + next.a) : after[0],
                                   more ? (uintptr_t)(b + next.b) : after[1]};
        for (int i = 0; i < p->strips; i++) {
            const MfStrip s = p->strip[i];
            const int asks = !p->small && MF_SOON(1, MF_WIDE) &&
                             (s.vectors == MF_WIDE || s.vectors == MF_SPACED);
            if (asks)
                mf_soon(&soon, p, i, t.n, here, there, sizeof *b);
            const RealX *from = b + t.b;
#if MF_VECTORS
            if (s.copied && mf_turns(p)) {
                mf_turned_stripX(p->m, s.own, p->column + s.column, t.n, a + t.a, row,
                                 p->at_a, from, c + s.column, c_i, first);
                continue;
            }
#endif
            const int copied = s.copied || mf_is_askew(p, &s, t.n, from);
            from += copied ? 0 : p->column[s.column];
            const ptrdiff_t *at_b = p->at_b;
            if (copied) {
                mf_packX(p, &s, t.n, from, strip);
                mf_lines(t.n, s.width, line);
                from = strip;
                at_b = line;
            }
            mf_stripX(p, s.vectors, t.n, a + t.a, row, p->at_a, from, at_b, s.last,
                      c + s.column, c_i, first, asks ? &soon : NULL);
        }
    }
    p->pieces = 0;
}

static inline void mf_productX(MfPlan *p, const RealX *a, const RealX *b, RealX *c,
                               ptrdiff_t c_i)
{
    mf_product_fromX(1, p, a, b, c, c_i);
}

/* The same, added to what c holds. */
static inline void mf_product_moreX(MfPlan *p, const RealX *a, const RealX *b, RealX *c,
                                    ptrdiff_t c_i)
{
    mf_product_fromX(0, p, a, b, c, c_i);
}

/* The same with c turned: a row for every column of the product. (What is in vectors
 * with those asked for is anything.) */
static inline void mf_product_turnedX(MfPlan *p, const RealX *a, const RealX *b,
                                      RealX *c, ptrdiff_t c_i)
{
    enum { V = MF_VX };
    RealX tile[MF_TILE];
    ptrdiff_t row[MF_ROWS];
    int end = p->first + p->m, n = p->n, wide = (n + 31) / 32 * 32;
    mf_productX(p, a, b, tile, wide);
    mf_lines(end, wide, row);
    for (int j = 0; j < n; j += V)
        for (int i = p->first / V * V; i < end; i += V)
            mf_turnX(end - i, row + i, n - j < V ? n - j : V, tile + j, (int)c_i,
                     c + j * c_i + i);
}
