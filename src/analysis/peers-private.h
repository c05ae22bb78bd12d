/* peers-private.h: what the files of peers share
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "peers.h"

G_BEGIN_DECLS

/**
 * BlPeersSearch: what the comparisons of a project are looked through for.
 */
typedef struct
{
  BlProject *project;
  BlPeriod period;
  BlIndicatorKind kind;
  BlState usual;      /* of the indicator: one that is a stand-in everywhere is compared as the measure it is */
  char **measures;    /* of the formula and, one step down, what these are made of; without those below the line */
  const char *source; /* of the comparison that has the figures; NULL */
} BlPeersSearch;

/* GSS code of the service of @project; NULL. */
const char *bl_peers_own_code (BlProject *project);
/* Measures of @formula, for the search; free with g_strfreev(). */
char **bl_peers_measures (BlDictionary *dictionary, const char *formula);
/* Fills the source. */
void bl_peers_search_source (BlPeersSearch *search);
/* Why @code has none; @note: set where there is one. */
BlPeerReason bl_peers_search_reason (const BlPeersSearch *search, const char *code, char **note);

G_END_DECLS
