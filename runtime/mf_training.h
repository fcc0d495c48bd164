/*
 * mf_training.h - a training under way. Internal to mf_train.c, the loop, and
 * mf_resume.c, which writes it to checkpoints and brings it back.
 */
#ifndef MF_TRAINING_H
#define MF_TRAINING_H

#include "mf_course.h"
#include "mf_log.h"
#include "mf_params.h"
#include "mf_train.h"

/* Early stopping: the best value of a metric so far, and the parameters then. */
typedef struct MfEarly {
    MfCourse *course; /* NULL: no early stopping */
    int number;       /* of the metric; 0: the loss */
    bool valid;       /* of validation, not of training */
    bool rises;       /* more is better */
    bool fresh;       /* there is a value that was not looked at */
    bool has_best;
    double best_value;
    uint64_t waited; /* looks without a better one */
    void *best;      /* mf_params_copy */
} MfEarly;

typedef struct MfTraining {
    const MfModel *model;
    void *net;
    int n_courses;
    MfCourse *course;
    MfCourse *lead;       /* whose epochs are the training's */
    uint64_t round;       /* steps in a round of the schedule */
    uint64_t epoch_steps; /* steps in an epoch of the lead */
    uint64_t step, total; /* done, and to be done in all */
    uint64_t seed;
    uint64_t report_every; /* steps; 0: at the end of an epoch */
    bool nan_check;
    double loss; /* of the last step */
    MfEarly early;
    MfLog log;
    MfScreen screen;
    const char *dir;      /* of checkpoints; NULL: none */
    int lock;             /* on dir, for close(); below 0: none */
    uint64_t saved_step;  /* of the newest checkpoint */
    int code;             /* of what went wrong without stopping the training */
    MfTensorFile resumed; /* file == NULL: a new training */
    char *resumed_path;
} MfTraining;

/* Writes a checkpoint; 0, or 3 after a message. */
int mf_resume_save(MfTraining *t);
/* Opens the newest checkpoint: its seed and scaling are used. 0, 2 or 3. */
int mf_resume_open(MfTraining *t, const MfOptions *o, MfFit *fit);
/* Once the data are there: the tensors, the step and the sums. 0 or 3. */
int mf_resume_read(MfTraining *t);

#endif
