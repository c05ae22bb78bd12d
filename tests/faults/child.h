/* child.h: work in a process of its own, with bounds on its time and memory
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The sanitizers reserve more address space than any bound, and are slow. */
#if defined(__SANITIZE_ADDRESS__)
#define CHILD_IS_WATCHED TRUE
#else
#define CHILD_IS_WATCHED FALSE
#endif

typedef void (*ChildWork) (gconstpointer data);

/* Runs @work in a child that may use @megabytes of address space above what we
 * have and @seconds of processor time, which other programs do not take away
 * from it. Fails where it crashes or passes a bound. Returns the processor time
 * used, in seconds. */
static inline double
child_run (ChildWork work, gconstpointer data, guint megabytes, guint seconds)
{
  pid_t pid = fork ();
  struct rusage usage;
  int status;

  g_assert_cmpint (pid, >=, 0);
  if (pid == 0)
    {
      struct rlimit time = { CHILD_IS_WATCHED ? seconds * 20 : seconds, CHILD_IS_WATCHED ? seconds * 20 : seconds };
      struct rlimit memory = { (rlim_t) megabytes << 20, (rlim_t) megabytes << 20 };

      setrlimit (RLIMIT_CPU, &time);
      if (!CHILD_IS_WATCHED)
        setrlimit (RLIMIT_AS, &memory);
      alarm (600); /* should it wait for something that never comes */
      work (data);
      _exit (0);
    }
  g_assert_cmpint (wait4 (pid, &status, 0, &usage), ==, pid);
  if (WIFSIGNALED (status))
    g_error ("the child was ended by signal %d after %ld s, having used %ld MB", WTERMSIG (status),
             (long) usage.ru_utime.tv_sec, usage.ru_maxrss / 1024);
  g_assert_cmpint (WEXITSTATUS (status), ==, 0);
  return usage.ru_utime.tv_sec + usage.ru_stime.tv_sec + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}
