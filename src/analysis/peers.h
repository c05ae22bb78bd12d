/* peers.h: an indicator of the service beside the same of authorities like it
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "indicator-values.h"

G_BEGIN_DECLS

/* The default length of a list of similar authorities (indicator-content 6.1). */
#define BL_PEERS_USUAL 15

/**
 * BlPeerReason: why a figure does not count (indicator-content 6.4); NONE: it does.
 */
typedef enum
{
  BL_PEER_REASON_NONE,
  BL_PEER_REASON_NO_RETURN, /* in none of the figures of the period */
  BL_PEER_REASON_NOT_GIVEN, /* not this measure, or left out when brought in as it cannot be */
  BL_PEER_REASON_AGES,      /* only some ages of it */
  BL_PEER_REASON_PART,      /* of a part of the year only */
  BL_PEER_REASON_HIDDEN,    /* a count too small to be given */
  BL_PEER_REASON_STAND_IN,  /* a proxy */
} BlPeerReason;

/**
 * BlPeer: one authority.
 */
typedef struct
{
  char *code, *name;
  double value;                /* NaN: none; with PART and STAND_IN there is one, which does not count */
  BlState state;
  guint parts, parts_expected; /* months; 0: whole */
  BlPeerReason reason;
} BlPeer;

/**
 * BlPeersSpread: figures of others, and a place among them. NaN where there are none.
 */
typedef struct
{
  guint n, n_missing, n_higher;
  double median, lower_quartile, upper_quartile, lowest, highest; /* quartiles by linear interpolation */
  double bound_low, bound_high; /* the median if all missing were at the lowest, at the highest of the others */
  gboolean unplaceable;         /* and these two lie on either side of the place */
} BlPeersSpread;

/* By linear interpolation between the two nearest of @n (at least one) sorted values; @share 0.5 is the usual median. */
double bl_peers_quantile (const double *sorted, guint n, double share);
/* @values: known ones of the others, in any order; @own: NaN where it is not known. */
BlPeersSpread bl_peers_spread (const double *values, guint n, guint n_missing, double own);

/**
 * BlPeers: the answer.
 */
typedef struct
{
  BlPeriod period;        /* no period: nobody has a figure */
  BlPeer own;
  guint n;
  BlPeer *items;          /* in the order asked for */
  BlPeersSpread spread;
  char *title, *sentence; /* never NULL */
  char *notes, *source;   /* of the figures; NULL */
  char *lacks;            /* why the service has no figure that counts, a sentence; NULL */
} BlPeers;

/* The indicator as the comparisons of the project have it, by year where it is so known. @codes: GSS codes, nearest
 * first; @names as long, NULL or with NULLs: as the comparisons say. Main thread. Never NULL. */
BlPeers *bl_peers_new (BlBaseFigures *figures, BlIndicator *indicator, const char *const *codes, const char *const *names, guint n);
void bl_peers_free (BlPeers *self);
/* "no return", "part of a year (11 of 12 months)"; "" where it counts. */
char *bl_peer_say_reason (const BlPeer *peer);
/* The list that @project keeps for its service; NULL: none. */
BlNeighbours *bl_peers_find_list (BlProject *project);
/* What a comparison of @project calls @code; NULL: none has it. The project's. */
const char *bl_peers_find_name (BlProject *project, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPeers, bl_peers_free)

G_END_DECLS
