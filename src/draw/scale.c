/* scale.c: from figures, dates and names to places on an axis
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scale.h"

#include <math.h>

#include "scale-private.h"
#include "text.h"

/* A value that is a whole number of steps but for its binary rest. */
#define TOLERANCE 1e-9
#define DECIMALS_MAX 9
/* More than can be told apart, so that no stray number makes a million of them. */
#define BANDS_MAX 1000.0

void
bl_scale_init (BlScale *self, BlScaleKind kind)
{
  *self = (BlScale){ .kind = kind, .low = NAN, .high = NAN, .least = NAN, .most = NAN };
}

void
bl_scale_clear (BlScale *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->names, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_array_unref);
}

void
bl_scale_add_name (BlScale *self, const char *name)
{
  if (self->names == NULL)
    self->names = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (self->names, g_strdup (name != NULL ? name : ""));
}

gboolean
bl_scale_name_is_below (const char *name)
{
  return g_str_has_prefix (name, BL_SCALE_BELOW);
}

void
bl_scale_add_heading (BlScale *self, const char *name)
{
  guint band;

  bl_scale_add_name (self, name);
  band = self->names->len - 1;
  if (self->headings == NULL)
    self->headings = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (self->headings, band);
}

gboolean
bl_scale_is_heading (const BlScale *self, guint band)
{
  for (guint i = 0; self->headings != NULL && i < self->headings->len; i++)
    if (g_array_index (self->headings, guint, i) == band)
      return TRUE;
  return FALSE;
}

void
bl_scale_cover (BlScale *self, double value)
{
  if (!isfinite (value))
    return;
  self->least = fmin (self->least, value);
  self->most = fmax (self->most, value);
}

guint
bl_scale_get_n_bands (const BlScale *self)
{
  if (self->kind != BL_SCALE_BAND)
    return 0;
  if (self->names != NULL)
    return self->names->len;
  return isfinite (self->most) && self->most >= 0 ? (guint) fmin (floor (self->most + 0.5) + 1, BANDS_MAX)
                                                  : 0;
}

double
bl_scale_get_step (double span, guint wanted)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double least, power;

  if (!(span > 0) || !isfinite (span) || wanted == 0)
    return 1;
  least = span / wanted;
  power = pow (10, floor (log10 (least) + TOLERANCE));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= least * (1 - TOLERANCE))
      return steps[i] * power;
  return 10 * power;
}

static double
round_down (double value, double step)
{
  return floor (value / step + TOLERANCE) * step;
}

static double
round_up (double value, double step)
{
  return ceil (value / step - TOLERANCE) * step;
}

static void
fit_number (BlScale *self, guint wanted)
{
  gboolean low_given = isfinite (self->low), high_given = isfinite (self->high);
  double low = low_given ? self->low : self->least;
  double high = high_given ? self->high : self->most;
  double step;

  if (!isfinite (low) && !isfinite (high))
    {
      low = 0;
      high = 1;
    }
  else if (!isfinite (low))
    low = fmin (0, high);
  else if (!isfinite (high))
    high = low;
  if (self->from_zero && !low_given)
    low = fmin (low, 0);
  if (self->from_zero && !high_given)
    high = fmax (high, 0);
  if (!(high > low))
    {
      double about = fabs (high) * 0.1;

      /* One value, or ends the wrong way round. */
      if (about == 0 || !isfinite (about))
        about = 1;
      if (!high_given || low_given)
        high = fmax (low, high) + about;
      if (!low_given && !(self->from_zero && low == 0))
        low -= about;
    }
  if (!self->exact)
    {
      step = bl_scale_get_step (high - low, wanted);
      low = round_down (low, step);
      high = round_up (high, step);
    }
  /* So far from nought that its ends are the same number. */
  if (!(high > low))
    high = low + fmax (fabs (low) * 1e-6, 1);
  self->low = low;
  self->high = high;
}

static void
fit_time (BlScale *self)
{
  if (!isfinite (self->low))
    self->low = isfinite (self->least) ? self->least : isfinite (self->high) ? self->high - 365 : 1;
  if (!isfinite (self->high))
    self->high = isfinite (self->most) ? self->most : self->low + 365;
  if (!(self->high > self->low))
    {
      /* One moment: half a month on either side. */
      double middle = (self->low + self->high) / 2;

      self->low = middle - 15;
      self->high = fmax (middle + 15, self->low + fabs (self->low) * 1e-6);
    }
}

void
bl_scale_fit (BlScale *self, guint wanted)
{
  switch (self->kind)
    {
    case BL_SCALE_TIME:
      fit_time (self);
      break;
    case BL_SCALE_BAND:
      self->low = 0;
      self->high = MAX (bl_scale_get_n_bands (self), 1) - 1;
      break;
    case BL_SCALE_NUMBER:
    default:
      fit_number (self, MAX (wanted, 1));
      break;
    }
}

double
bl_scale_place (const BlScale *self, double value)
{
  if (self->kind == BL_SCALE_BAND)
    return (value + 0.5) / MAX (bl_scale_get_n_bands (self), 1);
  return (value - self->low) / (self->high - self->low);
}

double
bl_scale_value (const BlScale *self, double place)
{
  if (self->kind == BL_SCALE_BAND)
    return place * MAX (bl_scale_get_n_bands (self), 1) - 0.5;
  return self->low + place * (self->high - self->low);
}

double
bl_scale_get_band (const BlScale *self)
{
  return self->kind == BL_SCALE_BAND ? 1.0 / MAX (bl_scale_get_n_bands (self), 1) : 1;
}

void
bl_scale_add_tick (GArray *ticks, double at, double from, char *text, gboolean minor)
{
  BlScaleTick tick = { at, from, text, minor };

  g_array_append_val (ticks, tick);
}

static void
clear_tick (gpointer tick)
{
  g_free (((BlScaleTick *) tick)->text);
}

/* Places that tell whole steps apart. */
static int
decimals_of (double step)
{
  int decimals = 0;

  for (double left = step; decimals < DECIMALS_MAX && fabs (left - round (left)) > TOLERANCE * fmax (1, left);
       left *= 10)
    decimals++;
  return decimals;
}

static char *
with_pound (double value, int decimals, const char *ending)
{
  g_autofree char *digits = bl_text_number (fabs (value), decimals);

  return g_strconcat (value < 0 ? "−" : "", "£", digits, ending, NULL);
}

/* A number as all of its axis are written: places by the step, large sums in millions. */
static char *
number_text (const BlScale *self, double value, double step)
{
  double largest = fmax (fabs (self->low), fabs (self->high));
  /* Nought has no places: it is the same in every unit. */
  int decimals = value == 0 ? 0 : decimals_of (step);
  g_autofree char *digits = NULL;

  switch (self->number)
    {
    case BL_INDICATOR_KIND_MONEY:
      if (value != 0 && largest >= 1e6 && step >= 1e4)
        return with_pound (value / 1e6, decimals_of (step / 1e6), "m");
      return with_pound (value, step < 1 && value != 0 ? MAX (decimals, 2) : decimals, "");
    case BL_INDICATOR_KIND_SHARE:
    case BL_INDICATOR_KIND_SURVEY:
      digits = bl_text_number (value, decimals);
      return g_strconcat (digits, "%", NULL);
    case BL_INDICATOR_KIND_DISTANCE:
      {
        double metres = g_strcmp0 (self->unit, "m") == 0 ? 1 : 1000;
        gboolean short_ones = largest * metres < 1000;

        if (value == 0)
          return g_strdup ("0");
        digits = short_ones ? bl_text_number (value * metres, decimals_of (step * metres))
                            : bl_text_number (value * metres / 1000, decimals_of (step * metres / 1000));
        return g_strconcat (digits, short_ones ? "\302\240m" : "\302\240km", NULL);
      }
    default:
      digits = bl_text_number (value, decimals);
      if (g_strcmp0 (self->unit, "%") == 0)
        return g_strconcat (digits, "%", NULL);
      return g_steal_pointer (&digits);
    }
}

static void
add_numbers (const BlScale *self, guint wanted, GArray *ticks)
{
  double step = bl_scale_get_step (self->high - self->low, MAX (wanted, 1));
  double first = round_up (self->low, step) / step;

  for (guint i = 0; (first + i) * step <= self->high + step * TOLERANCE * 10 && i <= 1000; i++)
    {
      double at = (first + i) * step;

      if (fabs (at) < step * TOLERANCE)
        at = 0;
      bl_scale_add_tick (ticks, at, at, number_text (self, at, step), FALSE);
    }
}

GArray *
bl_scale_get_ticks (const BlScale *self, guint wanted)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (BlScaleTick));

  g_array_set_clear_func (ticks, clear_tick);
  if (self->kind == BL_SCALE_BAND || self->names != NULL)
    {
      guint n = self->kind == BL_SCALE_BAND ? bl_scale_get_n_bands (self) : self->names->len;

      for (guint i = 0; i < n; i++)
        bl_scale_add_tick (ticks, i, i,
                           g_strdup (self->names != NULL ? g_ptr_array_index (self->names, i) : ""), FALSE);
      return ticks;
    }
  g_return_val_if_fail (isfinite (self->low) && isfinite (self->high) && self->high > self->low, ticks);
  if (self->kind == BL_SCALE_TIME)
    bl_scale_add_times (self, wanted, ticks);
  else
    add_numbers (self, wanted, ticks);
  return ticks;
}
