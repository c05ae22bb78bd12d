/* access-views.h: access seen whole: yardsticks, curve, open hours and mobile stops
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <json-glib/json-glib.h>

#include "access-options.h"

G_BEGIN_DECLS

/**
 * BlAccessView: what the views look at. With a builder they add one member to the
 * object that is open, else they print a table for people.
 */
typedef struct
{
  const BlAccessAsked *asked;
  const BlAccessQuestion *question; /* with limits; its matrix made where it is not in a straight line */
  gboolean usual_limits;            /* nobody named any */
  const BlAccess *access;           /* the answer to it */
  GPtrArray *groups;                /* of BlGroupCounts */
  JsonBuilder *builder;             /* NULL: text */
} BlAccessView;

gboolean bl_access_view_yardsticks (const BlAccessView *view, GError **error);
gboolean bl_access_view_curve (const BlAccessView *view, GError **error);
gboolean bl_access_view_open_times (const BlAccessView *view, GError **error);
gboolean bl_access_view_stops (const BlAccessView *view, GError **error);

G_END_DECLS
