// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
#include "app/changes_flow.h"

#include "app/catalog_loader.h"
#include "app/seen_sources.h"
#include "model/diff/renamed_members.h"
#include "model/export/difference_formats.h"

#include <QLocale>

#include <algorithm>

namespace cadastre {

QString sinceText(const QDateTime& time, const QDateTime& now)
{
    const QDateTime local = time.toLocalTime();
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    if (days == 0)
        return clock;
    if (days == 1)
        return ChangesFlow::tr("yesterday, %1").arg(clock);
    return QStringLiteral("%1, %2").arg(QLocale().toString(local.date(), QLocale::LongFormat),
                                        clock);
}

ChangesFlow::ChangesFlow(OpenSources* sources, QObject* parent)
    : QObject(parent)
    , m_sources(sources)
{
}

void ChangesFlow::takeFacts(FactsChange change)
{
    const std::shared_ptr<const Catalog> catalog = m_sources->facts().catalog;
    if (catalog == m_catalog)
        return; // only what hangs on names moved
    const bool isRefresh = change == FactsChange::Refreshed && m_catalog != nullptr;
    m_previous = isRefresh ? m_catalog : nullptr;
    m_previousReadAt = m_readAt;
    m_catalog = catalog;
    m_readAt = QDateTime::currentDateTimeUtc();
    m_apart.clear();
    if (m_sources->sources().empty()) {
        forget();
        return;
    }
    if (isRefresh)
        compareWithPrevious(m_previousReadAt);
    else
        compareWithLast();
}

void ChangesFlow::forget()
{
    m_job.cancel();
    m_catalog.reset();
    m_previous.reset();
    m_seen.clear();
    m_unseen.reset();
    m_baseline = -1;
    m_state = std::make_shared<const ChangesState>();
    Q_EMIT changed(ChangesReason::Asked);
}

/// What was open before is kept already; so this says what changed while nobody looked.
void ChangesFlow::compareWithLast()
{
    start(ChangesReason::Opened, -1,
          [sources = m_sources->sources(), after = m_catalog, now = m_readAt] {
              Outcome outcome;
              const auto last = newestSeen(sources);
              outcome.isKnown = false;
              auto before = std::make_shared<const Catalog>(
                  mergeSources(partsAt(sources, now, outcome.isKnown)));
              outcome.state.difference = difference(*before, *after);
              keepSources(sources, outcome.state.difference, now);
              outcome.seen = earlierStates(sources, now);
              outcome.state.after = after;
              if (outcome.isKnown && last) {
                  outcome.state.before = std::move(before);
                  outcome.state.since = sinceText(*last, now);
              }
              return outcome;
          });
}

void ChangesFlow::compareWithPrevious(const QDateTime& since)
{
    start(ChangesReason::Refreshed, 0,
          [sources = m_sources->sources(), before = m_previous, after = m_catalog, since,
           now = m_readAt] {
              Outcome outcome;
              outcome.state = {before, after, difference(*before, *after), sinceText(since, now),
                               true};
              keepSources(sources, outcome.state.difference, now);
              outcome.seen = earlierStates(sources, now);
              return outcome;
          });
}

void ChangesFlow::compareWith(int baseline)
{
    if (m_catalog == nullptr || baseline < 0)
        return;
    const int seen = m_previous ? baseline - 1 : baseline;
    if (seen < 0) {
        compareWithPrevious(m_previousReadAt);
        return;
    }
    if (seen >= static_cast<int>(m_seen.size()))
        return;
    start(ChangesReason::Asked, baseline,
          [sources = m_sources->sources(), after = m_catalog, time = m_seen[seen],
           now = QDateTime::currentDateTimeUtc(), earlier = m_seen] {
              Outcome outcome;
              outcome.isKnown = false;
              auto before = std::make_shared<const Catalog>(
                  mergeSources(partsAt(sources, time, outcome.isKnown)));
              outcome.seen = earlier;
              if (!outcome.isKnown) {
                  outcome.error =
                      Error{tr("What the database looked like then is not there any more."), {}};
                  return outcome;
              }
              outcome.state = {before, after, difference(*before, *after), sinceText(time, now),
                               false};
              return outcome;
          });
}

void ChangesFlow::compareWith(const SourceRequest& request)
{
    if (m_catalog == nullptr)
        return;
    m_control = std::make_shared<ReadControl>();
    start(ChangesReason::Asked, -1,
          [request, after = m_catalog, earlier = m_seen, control = m_control] {
              Outcome outcome;
              outcome.seen = earlier;
              const Result<ReadResult> read = loadSource(request, *control);
              if (!read) {
                  outcome.error = read.error();
                  return outcome;
              }
              auto before = std::make_shared<const Catalog>(mergeSources({read->catalog}));
              const QString name = differenceSideName(*before);
              outcome.state = {before, after, difference(*before, *after), name, false, true};
              return outcome;
          });
}

void ChangesFlow::start(ChangesReason reason, int baseline, Work work)
{
    m_job.start([work = std::move(work)](const std::atomic_bool&) { return work(); },
                [this, reason, baseline](Outcome outcome) {
                    takeOutcome(reason, baseline, std::move(outcome));
                });
    Q_EMIT busyChanged();
}

void ChangesFlow::takeOutcome(ChangesReason reason, int baseline, Outcome outcome)
{
    m_control.reset();
    m_seen = std::move(outcome.seen);
    if (outcome.error) {
        Q_EMIT busyChanged();
        Q_EMIT failed(*outcome.error);
        return;
    }
    m_baseline = baseline;
    if (reason == ChangesReason::Opened && outcome.isKnown)
        m_baseline = m_seen.empty() || outcome.state.difference.isEmpty() ? -1 : 0;
    if (reason == ChangesReason::Opened) {
        m_unseen.reset();
        if (outcome.state.before != nullptr && !outcome.state.difference.isEmpty())
            m_unseen = {outcome.state.before, outcome.state.since,
                        m_seen.empty() ? std::nullopt : std::optional(m_seen.front())};
    }
    m_state = std::make_shared<const ChangesState>(std::move(outcome.state));
    Q_EMIT busyChanged();
    Q_EMIT changed(reason);
    if (reason == ChangesReason::Refreshed)
        compareWithUnseen();
}

/// Reading again does not make anybody know what changed before.
void ChangesFlow::compareWithUnseen()
{
    if (!m_unseen)
        return;
    const auto listed = m_unseen->time ? std::ranges::find(m_seen, *m_unseen->time) : m_seen.end();
    const int baseline = listed == m_seen.end()
                             ? -1
                             : static_cast<int>(listed - m_seen.begin()) + (m_previous ? 1 : 0);
    start(ChangesReason::Asked, baseline,
          [unseen = *m_unseen, after = m_catalog, earlier = m_seen, apart = m_apart] {
              DifferenceOptions options;
              options.notTheSame = apart;
              Outcome outcome;
              outcome.state = {unseen.before, after, difference(*unseen.before, *after, options),
                               unseen.since, false};
              outcome.seen = earlier;
              return outcome;
          });
}

QStringList ChangesFlow::baselines() const
{
    QStringList titles;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_previous)
        titles << tr("The reading before (%1)").arg(sinceText(m_previousReadAt, now));
    for (const QDateTime& time : m_seen)
        titles << tr("As seen %1").arg(sinceText(time, now));
    return titles;
}

void ChangesFlow::takeOver(const ObjectKey& before, const ObjectKey& after)
{
    if (!m_state->isThere() || m_state->after != m_catalog)
        return;
    m_sources->followRenames(renamedWithMembers(*m_state->before, *m_state->after, before, after));
}

void ChangesFlow::setApart(const ObjectKey& before, const ObjectKey& after)
{
    if (!m_state->isThere() || m_state->after != m_catalog)
        return;
    if (m_state->renamesAreFollowed) {
        QHash<ObjectKey, ObjectKey> back;
        const auto followed = renamedWithMembers(*m_state->before, *m_state->after, before, after);
        for (auto [old, now] : followed.asKeyValueRange())
            back.insert(now, old);
        m_sources->followRenames(back);
    }
    m_apart.insert({before, after});
    compareAgain();
}

/// The same two catalogs, with what a person said meanwhile.
void ChangesFlow::compareAgain()
{
    start(ChangesReason::Asked, m_baseline, [state = m_state, apart = m_apart, earlier = m_seen] {
        DifferenceOptions options;
        options.notTheSame = apart;
        Outcome outcome;
        outcome.state = *state;
        outcome.state.difference = difference(*state->before, *state->after, options);
        outcome.seen = earlier;
        return outcome;
    });
}

void ChangesFlow::forgetEarlier()
{
    const bool isShown = m_state->isThere() && !m_state->isOtherDatabase &&
                         (m_baseline >= (m_previous ? 1 : 0) || !m_previous);
    m_unseen.reset();
    start(ChangesReason::Asked, isShown ? -1 : m_baseline,
          [sources = m_sources->sources(), state = isShown ? ChangesState() : *m_state,
           now = m_readAt] {
              cadastre::forgetEarlier(sources);
              Outcome outcome;
              outcome.state = state;
              outcome.seen = earlierStates(sources, now);
              return outcome;
          });
}

void ChangesFlow::cancel()
{
    if (m_control == nullptr)
        return;
    m_control->cancel();
    m_control.reset();
    m_job.cancel();
    Q_EMIT busyChanged();
}

QString ChangesFlow::markdown() const
{
    if (!m_state->isThere())
        return {};
    const DifferenceSides sides{m_state->since, differenceSideName(*m_state->after)};
    return QString::fromUtf8(differenceMarkdown(m_state->difference, sides));
}

} // namespace cadastre
