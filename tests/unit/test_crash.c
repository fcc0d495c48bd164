/*
 * test_crash.c - the machine stops in the middle of a save, and what the disk holds
 * then is read by the real loader: always the old tensors or the new ones, and after
 * the save has returned, the new ones.
 *
 *     save ──▶ calls ──▶ crash after the k-th ──▶ every state of the disk ──▶ load
 *
 * A file's bytes are certain once it is synced; before, any of its blocks may be
 * missing, zeros, or cut off. A name (made, renamed, removed) is certain once its
 * folder is synced; before, each of these changes may have happened or not. Three
 * writers that are known to be wrong must be caught.
 */
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "data_files.h"
#include "record.h"
#include "trainer_run.h"

Suite *crash_suite(void);

/* Checkpoints are removed by mf_checkpoint.c itself, which is compiled here once more.
 */
static int crash_unlink(const char *path)
{
    record_remove(path);
    return unlink(path);
}
#define unlink crash_unlink
#include "../../runtime/mf_checkpoint.c"
#undef unlink

/* ---- what was done ---- */

typedef enum StepKind {
    NAMED,   /* a name for a file, or a folder without a file */
    REMOVED, /* a name */
    RENAMED,
    WROTE, /* bytes at the end of a file */
    SYNCED /* a file, or the names in a folder */
} StepKind;

enum { MOST_STEPS = 64, MOST_FILES = 8, MOST_BYTES = 1 << 14, NO_FILE = -1 };

typedef struct Step {
    StepKind kind;
    int file;
    size_t n; /* WROTE: bytes */
    char path[64], to[64];
} Step;

/* A file: its bytes as they were written, and how many of them before the recording. */
typedef struct File {
    unsigned char at[MOST_BYTES];
    size_t size, before;
} File;

typedef struct Record {
    Step step[MOST_STEPS];
    int n;
    File file[MOST_FILES];
    int files;
    struct {
        int file; /* NO_FILE: a folder */
        char path[64];
    } open[64];               /* by descriptor */
    bool no_sync, no_folders; /* wrong writers: leave these syncs out */
} Record;

static Record record;
static bool recording;

static Step *step_new(StepKind kind, int file, const char *path)
{
    ck_assert_int_lt(record.n, MOST_STEPS);
    Step *s = &record.step[record.n++];
    *s = (Step){.kind = kind, .file = file};
    snprintf(s->path, sizeof s->path, "%s", path);
    return s;
}

static int file_new(void)
{
    ck_assert_int_lt(record.files, MOST_FILES);
    record.file[record.files].size = 0;
    return record.files++;
}

void record_open(int fd, const char *path, int flags)
{
    struct stat s;
    if (!recording)
        return;
    ck_assert_int_lt(fd, 64);
    snprintf(record.open[fd].path, sizeof record.open[fd].path, "%s", path);
    record.open[fd].file = NO_FILE;
    if (fstat(fd, &s) != 0 || S_ISDIR(s.st_mode))
        return;
    record.open[fd].file = file_new();
    if (flags & (O_CREAT | O_TRUNC)) /* cut is as good as another, empty file */
        step_new(NAMED, record.open[fd].file, path);
}

void record_write(int fd, const void *bytes, size_t n)
{
    if (!recording)
        return;
    File *f = &record.file[record.open[fd].file];
    ck_assert_uint_le(f->size + n, MOST_BYTES);
    memcpy(f->at + f->size, bytes, n);
    f->size += n;
    step_new(WROTE, record.open[fd].file, "")->n = n;
}

void record_sync(int fd)
{
    if (!recording)
        return;
    bool folder = record.open[fd].file == NO_FILE;
    if (folder ? !record.no_folders : !record.no_sync)
        step_new(SYNCED, record.open[fd].file, record.open[fd].path);
}

void record_rename(const char *from, const char *to)
{
    if (!recording)
        return;
    Step *s = step_new(RENAMED, NO_FILE, from);
    snprintf(s->to, sizeof s->to, "%s", to);
}

void record_remove(const char *path)
{
    if (recording)
        step_new(REMOVED, NO_FILE, path);
}

void record_folder(const char *path)
{
    if (recording)
        step_new(NAMED, NO_FILE, path);
}

/* Remembers the files of a folder as they are, synced, before anything is recorded. */
static void record_begin(const char *folder)
{
    DIR *dir = opendir(folder);
    record = (Record){.n = 0};
    for (struct dirent *e; dir != NULL && (e = readdir(dir)) != NULL;) {
        char path[300];
        MfBytes bytes;
        snprintf(path, sizeof path, "%s/%s", folder, e->d_name);
        if (e->d_name[0] == '.')
            continue;
        WORKS(mf_file_read(path, &bytes));
        int file = file_new();
        memcpy(record.file[file].at, bytes.at, bytes.size);
        record.file[file].size = record.file[file].before = bytes.size;
        free(bytes.at);
        step_new(NAMED, file, path);
        step_new(SYNCED, file, path);
    }
    if (dir != NULL) {
        closedir(dir);
        step_new(NAMED, NO_FILE, folder);
        step_new(SYNCED, NO_FILE, ".");
        step_new(SYNCED, NO_FILE, folder);
    }
}

/* ---- the states of the disk ---- */

typedef struct Name {
    char path[64];
    int file;
} Name;

typedef struct Disk {
    Name name[MOST_STEPS];
    int n;
} Disk;

static Name *disk_find(Disk *d, const char *path)
{
    for (int i = 0; i < d->n; i++)
        if (strcmp(d->name[i].path, path) == 0)
            return &d->name[i];
    return NULL;
}

static void disk_name(Disk *d, const char *path, int file)
{
    Name *name = disk_find(d, path);
    name = name != NULL ? name : &d->name[d->n++];
    snprintf(name->path, sizeof name->path, "%s", path);
    name->file = file;
}

static void disk_change(Disk *d, const Step *s)
{
    Name *old = disk_find(d, s->path);
    int file = old != NULL ? old->file : NO_FILE;
    if (s->kind == NAMED)
        disk_name(d, s->path, s->file);
    if (s->kind != NAMED && old != NULL)
        *old = d->name[--d->n];
    if (s->kind == RENAMED && old != NULL)
        disk_name(d, s->to, file);
}

static bool is_change(const Step *s)
{
    return s->kind == NAMED || s->kind == REMOVED || s->kind == RENAMED;
}

/* Does the sync make the change certain? */
static bool covers(const Step *sync, const Step *change)
{
    const char *slash = strrchr(change->path, '/');
    size_t n = slash == NULL ? 0 : (size_t)(slash - change->path);
    const char *folder = slash == NULL ? "." : change->path;
    size_t m = strlen(sync->path);
    m -= m > 1 && sync->path[m - 1] == '/';
    return sync->kind == SYNCED && sync->file == NO_FILE &&
           m == (slash == NULL ? 1 : n) && strncmp(sync->path, folder, m) == 0;
}

static bool is_certain(int change, int end)
{
    for (int i = change + 1; i < end; i++)
        if (covers(&record.step[i], &record.step[change]))
            return true;
    return false;
}

/* The names after the first `end` calls. Bit i of `lost`: the i-th change that is not
 * certain has not happened. The number of those. */
static int disk_names(Disk *d, int end, unsigned lost)
{
    int open = 0;
    d->n = 0;
    for (int i = 0; i < end; i++) {
        if (!is_change(&record.step[i]))
            continue;
        if (is_certain(i, end) || !(lost >> open++ & 1))
            disk_change(d, &record.step[i]);
    }
    return open;
}

enum { BLOCK = 512, PAGE = 4096, WAYS = 7 };

/* What is left of the bytes that are not synced, in one of many ways: cut at each block
 * or page, zeros behind it, or some blocks lost. False: there is no such way. */
static bool damage(unsigned char *at, size_t certain, size_t *size, int way)
{
    size_t n = *size, cuts = n / BLOCK + 2;
    int cut = way / 2;
    if (way < 0 || n == certain)
        return way <= 0;
    if (cut < (int)cuts) { /* the size is as written, or not */
        size_t from = (size_t)cut * BLOCK;
        from = from < certain ? certain : from < n ? from : n;
        memset(at + from, 0, n - from);
        *size = way % 2 == 0 ? n : from;
        return true;
    }
    int pattern = way - 2 * (int)cuts;
    size_t grain = pattern % 2 == 0 ? BLOCK : PAGE;
    for (size_t i = certain; i < n; i++) /* some by a number, some by turns */
        if ((i / grain * 2654435761U >> (pattern / 2 + 3) & 1) != 0)
            at[i] = 0;
    return pattern < 2 * WAYS;
}

/* Of the bytes of a file after `end` calls: how many there are, and how many are sure.
 */
static size_t file_bytes(int file, int end, size_t *certain)
{
    size_t n = *certain = record.file[file].before;
    for (int i = 0; i < end; i++) {
        const Step *s = &record.step[i];
        if (s->file == file && s->kind == WROTE)
            n += s->n;
        if (s->file == file && s->kind == SYNCED)
            *certain = n;
    }
    return n;
}

/* Empties the folder `state`. */
static void disk_clear(const Disk *next)
{
    static Disk last;
    char path[200];
    for (int pass = 0; pass < 2; pass++) /* files first */
        for (int i = 0; i < last.n; i++) {
            snprintf(path, sizeof path, "state/%s", last.name[i].path);
            if (pass == 0)
                unlink(path);
            else
                rmdir(path);
        }
    mkdir("state", 0777);
    last = *next;
}

/* Makes the folder `state` hold that disk. False: no file can be damaged in this way.
 */
static bool disk_put(const Disk *d, int end, int way)
{
    static unsigned char bytes[MOST_BYTES];
    char path[200];
    bool damaged = way < 0;
    disk_clear(d);
    for (int pass = 0; pass < 2; pass++) /* folders first */
        for (int i = 0; i < d->n; i++) {
            const Name *name = &d->name[i];
            snprintf(path, sizeof path, "state/%s", name->path);
            if ((name->file == NO_FILE) != (pass == 0))
                continue;
            if (name->file == NO_FILE) {
                mkdir(path, 0777);
                continue;
            }
            size_t certain, size = file_bytes(name->file, end, &certain);
            memcpy(bytes, record.file[name->file].at, size);
            if (size > certain && way >= 0)
                damaged |= damage(bytes, certain, &size, way);
            FILE *f = fopen(path, "wb"); /* its folder may not be there */
            if (f != NULL && (fwrite(bytes, 1, size, f) != size || fclose(f) != 0))
                ck_abort_msg("no disk for the states of the disk");
        }
    return damaged;
}

/* ---- saving and loading ---- */

typedef struct Net {
    float w[2300], b;
    uint64_t seed, step;
} Net;

static const MfTensor tensors[] =
    {{.name = "w",
      .dtype = MF_F32,
      .rank = 1,
      .dim = {2300},
      .role = MF_PARAM,
      .offset = offsetof(Net, w)},
     {.name = "b", .dtype = MF_F32, .role = MF_PARAM, .offset = offsetof(Net, b)}};
static const MfModel model = {.name = "net",
                              .script = "net.lua",
                              .hash = 7,
                              .size = sizeof(Net),
                              .n_tensors = 2,
                              .tensor = tensors};
static const MfFit no_fit = {0};

static Net net_of(float v)
{
    Net net = {.b = v};
    for (int i = 0; i < 2300; i++)
        net.w[i] = v + (float)i;
    return net;
}

/* A way of saving that is to be tried, and the loader that belongs to it. */
typedef struct Saver {
    const char *folder, *path;
    int (*save)(float v, int step);
    int (*load)(Net *net); /* 0, or not: there is nothing */
} Saver;

static int save_params(float v, int step)
{
    (void)step;
    Net net = net_of(v);
    return mf_params_save(&model, &net, &no_fit, "p.st");
}

static int load_params(Net *net)
{
    MfFit fit;
    int code = mf_params_load(&model, net, "state/p.st", &fit);
    if (code == 0)
        mf_fit_free(&fit);
    return code;
}

static int save_checkpoint(float v, int step)
{
    Net net = net_of(v);
    return mf_checkpoint_save(&model, &net, NULL, &no_fit, "c", (uint64_t)step, 1, NULL,
                              0);
}

static int load_checkpoint(Net *net)
{
    MfTensorFile file;
    char *path;
    int code = mf_checkpoint_open(&model, "state/c", &file, &path);
    code = code == 0 && file.file == NULL ? 1 : code;
    if (code == 0)
        code = mf_checkpoint_read(&model, net, NULL, &file);
    mf_tensors_close(&file);
    free(path);
    return code;
}

/* Writes over the old file: wrong. */
static int save_in_place(float v, int step)
{
    save_params(v, step); /* for its bytes */
    File *f = &record.file[record.files - 1];
    record.n = 0;
    step_new(NAMED, 0, "p.st");
    step_new(SYNCED, 0, "p.st");
    step_new(SYNCED, NO_FILE, ".");
    int file = record.files - 1;
    step_new(NAMED, file, "p.st");
    step_new(WROTE, file, "")->n = f->size;
    step_new(SYNCED, file, "p.st");
    step_new(SYNCED, NO_FILE, ".");
    return 0;
}

typedef struct Found {
    int states, old, new, wrong;
} Found;

static void try_state(const Saver *s, bool fresh, bool done, Found *found)
{
    static Net net, old, new;
    old = net_of(1);
    new = net_of(1000);
    memset(&net, 0, sizeof net);
    int code = CALL(s->load(&net));
    bool is_new = code == 0 && memcmp(&net, &new, sizeof net) == 0;
    bool is_old = fresh ? code != 0 && strstr(scratch.said, "damaged") == NULL
                        : code == 0 && memcmp(&net, &old, sizeof net) == 0;
    found->states++;
    found->new += is_new;
    found->old += is_old;
    found->wrong += !is_new && (done || !is_old);
}

/* All crashes of a save: over an old one, or, if `fresh`, the first one. */
static Found crash_all(const Saver *s, bool fresh, bool no_sync, bool no_folders)
{
    Found found = {0};
    folder_enter();
    snprintf(scratch.folder, sizeof scratch.folder, ".");
    if (!fresh)
        WORKS(s->save(1, 1));
    record_begin(fresh ? "nothing" : s->folder);
    int before = record.n;
    record.no_sync = no_sync;
    record.no_folders = no_folders;
    recording = true;
    ck_assert_int_eq(s->save(1000, 2), 0);
    recording = false;
    before = before < record.n ? before : 0;
    for (int end = before; end <= record.n; end++) {
        Disk disk;
        int open = disk_names(&disk, end, 0);
        ck_assert_int_lt(open, 10);
        for (unsigned lost = 0; lost < 1u << open; lost++) {
            disk_names(&disk, end, lost);
            for (int way = -1; disk_put(&disk, end, way); way++)
                try_state(s, fresh, end == record.n, &found);
        }
    }
    folder_leave();
    return found;
}

static const Saver params = {".", "p.st", save_params, load_params};
static const Saver checkpoint = {"c", NULL, save_checkpoint, load_checkpoint};
static const Saver in_place = {".", "p.st", save_in_place, load_params};

static void check_right(const Saver *s, bool fresh)
{
    Found found = crash_all(s, fresh, false, false);
    ck_assert_msg(found.wrong == 0, "%d of %d states are neither old nor new",
                  found.wrong, found.states);
    ck_assert_int_gt(found.old, 0);
    ck_assert_int_gt(found.new, 0);
    ck_assert_int_gt(found.states, 100);
}

START_TEST(parameters_survive)
{
    check_right(&params, false);
}
END_TEST

START_TEST(first_parameters_survive)
{
    check_right(&params, true);
}
END_TEST

START_TEST(checkpoints_survive)
{
    check_right(&checkpoint, false);
}
END_TEST

START_TEST(first_checkpoint_survives)
{
    check_right(&checkpoint, true);
}
END_TEST

/* The controls. */
START_TEST(wrong_writers_are_caught)
{
    ck_assert_int_gt(crash_all(&params, false, true, false).wrong, 0);
    ck_assert_int_gt(crash_all(&checkpoint, false, true, false).wrong, 0);
    ck_assert_int_gt(crash_all(&params, false, false, true).wrong, 0);
    ck_assert_int_gt(crash_all(&in_place, false, false, false).wrong, 0);
}
END_TEST

Suite *crash_suite(void)
{
    Suite *suite = suite_create("crash");
    TCase *tests = tcase_create("crash");
    tcase_add_test(tests, parameters_survive);
    tcase_add_test(tests, first_parameters_survive);
    tcase_add_test(tests, checkpoints_survive);
    tcase_add_test(tests, first_checkpoint_survives);
    tcase_add_test(tests, wrong_writers_are_caught);
    suite_add_tcase(suite, tests);
    return suite;
}
