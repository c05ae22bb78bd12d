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
  BL_PEER_REASON_STAND_IN,  /* a proxy, of an indicator that is none (indicator-content 1.2: as its own measure only) */
  BL_PEER_REASON_IMPLAUSIBLE, /* given, and cannot be: BlPeer.note says why */
  BL_PEER_REASON_NOT_PUBLISHED, /* of a survey: none for this authority */
} BlPeerReason;

/**
 * BlPeer: one authority.
 */
typedef struct
{
  char *code, *name;
  double value;                /* NaN: none; with PART and STAND_IN there is one, which does not count */
  BlState state;
  double low, high;            /* its interval; NaN: none is published */
  double count, size;          /* of a rate or a share: what is counted, among how many; NaN */
  BlObservationFlags flags;
  guint parts, parts_expected; /* months; 0: whole */
  BlPeerReason reason;
  int differs;                 /* of surveys: higher (1) or lower (-1) than chance lets one think it is the service's; 0 */
  char *note;                  /* what was given, and why it does not count; NULL */
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
  GArray *periods;        /* of BlPeriod: those that anybody has a figure of, newest first */
  gboolean stale;         /* older than its length and eighteen months */
  BlIndicatorKind kind;
  gboolean stand_in;      /* the indicator is a proxy everywhere */
  BlPeer own;
  BlPeer england;         /* value NaN: not known */
  guint n_differ;         /* of surveys: how many of them differ from the service more than chance explains */
  guint n;
  BlPeer *items;          /* in the order asked for */
  BlPeersSpread spread;
  char *title, *sentence; /* never NULL */
  char *notes, *source;   /* of the figures; NULL */
  char *lacks;            /* why the service has no figure that counts, a sentence; NULL */
  BlJudgeLines lines;     /* of the dictionary */
} BlPeers;

/* The indicator as the comparisons of the project have it, by year where it is so known. @codes: GSS codes, nearest
 * first; @names as long, NULL or with NULLs: as the comparisons say. Main thread. Never NULL. */
BlPeers *bl_peers_new (BlBaseFigures *figures, BlIndicator *indicator, const char *const *codes, const char *const *names, guint n);
/* The same of a period of the past; NULL: the service's newest, else the newest of anybody. */
BlPeers *bl_peers_new_of (BlBaseFigures *figures, BlIndicator *indicator, const char *const *codes, const char *const *names,
                          guint n, const BlPeriod *period);
void bl_peers_free (BlPeers *self);
/* "no return", "part of a year (11 of 12 months)"; "" where it counts. */
char *bl_peer_say_reason (const BlPeer *peer);
/* "Leeds (no return); Coventry (part of a year, 8 of 12 months)"; NULL: all have one that counts. */
char *bl_peers_say_missing (const BlPeers *self);
/* What is to be said beside it: partial, provisional, old, estimated, a stand-in; sentences; NULL: nothing. @shown: those that
 * do not count are in the picture all the same. */
char *bl_peers_say_doubt (const BlPeers *self, gboolean shown);
/* Whether it is a total, which is never set beside that of a place of another size. */
gboolean bl_peers_is_total (BlIndicator *indicator);
/* Whether the comparisons of @project have all that its formula asks for, of anybody. */
gboolean bl_peers_has_figures (BlProject *project, BlDictionary *dictionary, BlIndicator *indicator);
/* The published list that @project keeps for its service; NULL: none. */
BlNeighbours *bl_peers_find_list (BlProject *project);
/* The one that its users have chosen themselves; NULL: none. */
BlNeighbours *bl_peers_find_own_list (BlProject *project);
/* What a comparison of @project calls @code; NULL: none has it. The project's. */
const char *bl_peers_find_name (BlProject *project, const char *code);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (BlPeers, bl_peers_free)

G_END_DECLS
