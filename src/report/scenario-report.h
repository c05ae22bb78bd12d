/* scenario-report.h: what a scenario does, on a few pages
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "equality.h"
#include "report.h"
#include "survive.h"

G_BEGIN_DECLS

/**
 * BlScenarioReport: what the pages are made of, borrowed.
 */
typedef struct
{
  const BlFacts *facts;       /* today */
  BlFacts *changed;           /* as they would be */
  const char *letter, *title, *note; /* @note may be NULL */
  const GPtrArray *changes;   /* of char *: "Close Gosforth Library" */
  const BlAccessQuestion *question;
  const BlConsequences *consequences;
  const BlConsequences *statutory; /* counting statutory libraries only; NULL */
  BlGroupCounts *const *groups;
  guint n_groups;
  const BlEquality *equality;
  const BlSurvive *tests;     /* NULL where they were not run */
  guint32 today;              /* Julian */
} BlScenarioReport;

BlReport *bl_scenario_report_new (const BlScenarioReport *about);
/* PDF, or HTML where @path ends so. All or nothing. */
gboolean bl_scenario_report_write (const BlScenarioReport *about, const char *path, GError **error);

G_END_DECLS
