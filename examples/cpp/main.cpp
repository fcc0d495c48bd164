// main.cpp - two networks in one program. A forecast learns a signal while it runs, in an
// instance for each of several threads, whose signals differ; a detector then learns from
// the errors of one of them to tell a disturbance. An instance is a plain object: it needs
// no setting up beyond _init, may be copied, and shares nothing with another.
#include "detector.h"
#include "forecast.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>
#include <vector>

namespace {

float signal(int t, float pitch) { return std::sin(pitch * static_cast<float>(t)); }

// The mean error of the last hundred of `steps` forecasts.
float learn(Forecast &net, float pitch, int steps)
{
    float last = 0;
    for (int t = 0; t < steps; t++) {
        float past[1][8], value[1][1] = {{signal(t + 8, pitch)}}, next[1][1];
        for (int i = 0; i < 8; i++)
            past[0][i] = signal(t + i, pitch);
        forecast_predict(&net, past, next);
        if (t >= steps - 100)
            last += std::fabs(next[0][0] - value[0][0]) / 100;
        forecast_step(&net, past, value);
    }
    return last;
}

// How many of 200 judgements are right after training.
int detect(Detector &net)
{
    int right = 0;
    for (int i = 0; i < 1200; i++) {
        const bool disturbed = i % 2 == 1;
        float errors[1][4], alarm[1][1] = {{disturbed ? 1.0F : 0.0F}}, p[1][1];
        for (int k = 0; k < 4; k++)
            errors[0][k] = 0.05F * signal(7 * i + k, 1.3F) + (disturbed ? 0.4F : 0.0F);
        detector_judge(&net, errors, p);
        if (i >= 1000)
            right += (p[0][0] > 0.5F) == disturbed;
        detector_step(&net, errors, alarm);
    }
    return right;
}

} // namespace

int main()
{
    constexpr int threads = 4, steps = 4000;
    std::vector<std::unique_ptr<Forecast>> nets;
    std::array<float, threads> error{};
    for (int i = 0; i < threads; i++) {
        nets.push_back(std::make_unique<Forecast>());
        forecast_init(nets.back().get(), 1);
    }
    std::vector<std::thread> workers;
    for (int i = 0; i < threads; i++)
        workers.emplace_back([&, i] {
            error[static_cast<size_t>(i)] =
                learn(*nets[static_cast<size_t>(i)], 0.5F + 0.1F * static_cast<float>(i), steps);
        });
    for (auto &worker : workers)
        worker.join();

    // Alone, an instance learns the same, to the last bit.
    auto again = std::make_unique<Forecast>();
    forecast_init(again.get(), 1);
    const bool same = learn(*again, 0.5F, steps) == error[0] &&
                      std::memcmp(again.get(), nets[0].get(), FORECAST_PARAM_BYTES) == 0;

    auto detector = std::make_unique<Detector>();
    detector_init(detector.get(), 1);
    const int right = detect(*detector);
    std::printf("errors %.3f %.3f %.3f %.3f, the same alone: %s, %d of 200 judged right\n",
                static_cast<double>(error[0]), static_cast<double>(error[1]),
                static_cast<double>(error[2]), static_cast<double>(error[3]),
                same ? "yes" : "no", right);
    for (float e : error)
        if (!(e < 0.1F))
            return 1;
    return same && right == 200 ? 0 : 1;
}
