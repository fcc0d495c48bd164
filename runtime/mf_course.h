/*
 * mf_course.h - one train of a program with its data: which rows come next, one
 * update, and the mean of loss and metrics over rows that are not trained on.
 */
#ifndef MF_COURSE_H
#define MF_COURSE_H

#include "mf_rows.h"

typedef struct MfCourse {
    const MfTrain *train;
    MfDataset data;
    const MfSet *set, *valid; /* valid: NULL where the train names none */
    MfRows rows;
    MfBatch batch;
    uint64_t *row;               /* of the batch being gathered */
    uint64_t turns;              /* updates in a round of the schedule */
    uint64_t parts;              /* batches an update */
    uint64_t per_epoch;          /* updates */
    double *value, *valid_value; /* loss and metrics: of an update, of validation */
    double *sum;                 /* of `summed` updates since the last report */
    uint64_t summed;
    bool validated; /* valid_value was computed since the last report */
    double *part;
} MfCourse;

/* What a course needs to know of the command line. */
typedef struct MfCoursePlan {
    const MfDataArgs *data;
    uint64_t seed;
    int number; /* of the train: courses shuffle independently */
    bool in_order, quiet;
} MfCoursePlan;

/* 0 where rows of data make a batch: all inputs begin with an axis of one size; else
 * the exit code, after a message. */
int mf_course_check(const MfTrain *train);

/* Loads the data and makes the buffers; 0, 2 or 3. Free it in either case. */
int mf_course_begin(MfCourse *c, const MfModel *model, const MfCoursePlan *plan);
void mf_course_free(MfCourse *c);

/* The update of that number, counted from 0: gathers its batches, runs the step
 * and leaves loss and metrics in c->value. `seed` is where the net has its seed. */
void mf_course_update(MfCourse *c, void *net, void *seed, uint64_t number);

/* The first row of training data that holds NaN or Inf; port NULL: none does. */
typedef struct MfBadRow {
    const MfPort *port;
    long row;
} MfBadRow;
MfBadRow mf_course_bad_row(const MfCourse *c);

/* How many rows of a set `batches` batches are; 0: all of them. */
uint64_t mf_eval_rows(const MfTrain *train, const MfSet *set, int batches);

/* Loss and metrics in inference over every row of a set or, if there are more than
 * `batches` batches of them and that is not 0, over as many rows spread evenly, each
 * weighted by its rows. Rows that fill no batch go one by one through eval_one or,
 * where there is none, through a batch that is filled up. Values that `total` makes are
 * made of the means of sums. 0, or 3 after a message. */
int mf_course_eval(const MfTrain *train, void *net, const MfSet *set, int batches,
                   double *result);

#endif
