/* reference-sources.h: whose figures the published facts are
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "value-set.h"

G_BEGIN_DECLS

/**
 * BlReferenceSource: words that go into the records, the same in every
 * language: a project says whose figures it holds wherever it is opened.
 */
typedef struct
{
  const char *what;        /* untranslated: "Libraries" */
  const char *source, *date, *geography, *licence;
} BlReferenceSource;

extern const BlReferenceSource bl_reference_source_libraries, bl_reference_source_services,
    bl_reference_source_points, bl_reference_source_people, bl_reference_source_ages, bl_reference_source_deprivation;

/**
 * BlReferenceValue: one value of the areas, where it stands in the table and
 * how it is called.
 */
typedef struct
{
  const char *name, *title, *unit; /* title and unit untranslated */
  BlValueKind kind;
  const char *column;
  const BlReferenceSource *source;
} BlReferenceValue;

extern const BlReferenceValue bl_reference_values[];
extern const guint bl_reference_n_values;

G_END_DECLS
