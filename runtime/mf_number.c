/*
 * mf_number.c - decimal numbers of texts: what every table means by one, and no
 * more (no nan, no inf, no hexadecimal digits, no blanks). And dates.
 */
#include <stdlib.h>

#include "mf_array.h"

/* Up to 15 digits and powers up to 1e22 are exact doubles, so one operation on
 * them rounds correctly (Clinger 1990); strtod does the rest. */
bool mf_number(const char *text, size_t n, double *out)
{
    static const double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const char *at = text, *end = text + n;
    int64_t digits = 0;
    int scale = 0, kept = 0, seen = 0, exponent = 0;
    bool point = false;
    if (at < end && (*at == '+' || *at == '-'))
        at++;
    for (; at < end && ((*at >= '0' && *at <= '9') || (*at == '.' && !point)); at++) {
        if (*at == '.') {
            point = true;
            continue;
        }
        seen = 1;
        if (kept < 16) {
            digits = digits * 10 + (*at - '0');
            kept += digits != 0;
            scale -= point;
        }
    }
    if (!seen)
        return false;
    if (at < end && (*at == 'e' || *at == 'E')) {
        bool down = at + 1 < end && at[1] == '-';
        at += at + 1 < end && (at[1] == '+' || at[1] == '-') ? 2 : 1;
        if (at == end)
            return false;
        for (; at < end && *at >= '0' && *at <= '9'; at++)
            if (exponent < 10000)
                exponent = exponent * 10 + (*at - '0');
        scale += down ? -exponent : exponent;
    }
    if (at != end)
        return false;
    if (kept < 16 && scale >= -22 && scale <= 22) {
        double v = (double)digits;
        v = scale < 0 ? v / power[-scale] : v * power[scale];
        *out = *text == '-' ? -v : v;
        return true;
    }
    *out = strtod(text, NULL);
    return true;
}

/* Days from the first one of the year 1 to the first one of this year. */
static int days_of_years(int year)
{
    int past = year - 1;
    return 365 * past + past / 4 - past / 100 + past / 400;
}

bool mf_day(const char *text, size_t n, double *out)
{
    static const char form[] = "0000-00-00 00:00:00";
    static const int before[] = {0,   31,  59,  90,  120, 151, 181,
                                 212, 243, 273, 304, 334, 365};
    int field[6] = {0}, k = 0;
    if (n != 10 && n != 16 && n != 19)
        return false;
    for (size_t i = 0; i < n; i++) {
        bool digit = text[i] >= '0' && text[i] <= '9';
        if (form[i] == '0' ? !digit
                           : text[i] != form[i] && !(i == 10 && text[i] == 'T'))
            return false;
        if (digit)
            field[k] = field[k] * 10 + (text[i] - '0');
        else
            k++;
    }
    int year = field[0], month = field[1], day = field[2];
    if (year < 1 || month < 1 || month > 12 || field[3] > 23 || field[4] > 59 ||
        field[5] > 59)
        return false;
    int leap = days_of_years(year + 1) - days_of_years(year) - 365;
    if (day < 1 || day > before[month] - before[month - 1] + (month == 2 ? leap : 0))
        return false;
    day += days_of_years(year) - days_of_years(1970) + before[month - 1] +
           (month > 2 ? leap : 0);
    *out = day - 1 + (field[3] * 3600 + field[4] * 60 + field[5]) / 86400.0;
    return true;
}
