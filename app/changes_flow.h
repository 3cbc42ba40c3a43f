// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ChangesFlow: compares what was read with what was there before: after a refresh, since the
// database was last open, with an earlier state, with another database. Off the UI thread; keeps
// what was seen for next time. What is shown of it lives in changes_desk.h.
#pragma once

#include "app/open_sources.h"
#include "widgets/changes_state.h"

#include <QDateTime>

#include <optional>

namespace cadastre {

/// Why a comparison was made.
enum class ChangesReason : std::uint8_t { Refreshed, Opened, Asked };

class ChangesFlow : public QObject
{
    Q_OBJECT
public:
    explicit ChangesFlow(OpenSources* sources, QObject* parent = nullptr);

    void takeFacts(FactsChange change);
    /// With an entry of baselines().
    void compareWith(int baseline);
    /// With another database, which is read for it, or a snapshot.
    void compareWith(const SourceRequest& request);
    /// What hangs on the old name follows to the new one.
    void takeOver(const ObjectKey& before, const ObjectKey& after);
    /// They are two objects; where the program took one for the other, that is taken back.
    void setApart(const ObjectKey& before, const ObjectKey& after);
    /// What is shown has been seen: what is read again is compared with the reading before.
    void markSeen() { m_unseen.reset(); }
    /// Forgets the earlier states that are kept, also where one is shown; what was read since the
    /// database was opened stays.
    void forgetEarlier();
    void cancel();

    [[nodiscard]] const ChangesStatePointer& state() const { return m_state; }
    /// What can be compared with, newest first, as people read it.
    [[nodiscard]] QStringList baselines() const;
    /// Which of them is shown; -1 for none of them.
    [[nodiscard]] int baseline() const { return m_baseline; }
    /// Whether there are states that forgetEarlier() forgets.
    [[nodiscard]] bool canForget() const { return !m_seen.empty(); }
    [[nodiscard]] bool isBusy() const { return m_job.isRunning(); }
    /// All as Markdown, for the clipboard.
    [[nodiscard]] QString markdown() const;

Q_SIGNALS:
    void changed(cadastre::ChangesReason reason);
    void busyChanged();
    void failed(const cadastre::Error& error);

private:
    /// What came of one comparison.
    struct Outcome
    {
        ChangesState state;
        std::vector<QDateTime> seen; ///< earlier states, newest first
        std::optional<Error> error;
        bool isKnown = true; ///< there was something to compare with
    };
    using Work = std::function<Outcome()>;
    /// What changed since was told when the database was opened, and not marked as seen.
    struct Unseen
    {
        std::shared_ptr<const Catalog> before;
        QString since;
        std::optional<QDateTime> time; ///< of the earlier state, where it is listed
    };

    void start(ChangesReason reason, int baseline, Work work);
    void takeOutcome(ChangesReason reason, int baseline, Outcome outcome);
    void compareWithLast();
    void compareWithPrevious(const QDateTime& since);
    void compareAgain();
    void compareWithUnseen();
    void forget();

    OpenSources* m_sources;
    NewestJob<Outcome> m_job;
    ChangesStatePointer m_state = std::make_shared<const ChangesState>();
    std::shared_ptr<const Catalog> m_catalog;  ///< the newest one
    std::shared_ptr<const Catalog> m_previous; ///< before the last refresh; null for none
    QDateTime m_readAt;
    QDateTime m_previousReadAt;
    std::vector<QDateTime> m_seen;
    std::optional<Unseen> m_unseen;
    QSet<std::pair<ObjectKey, ObjectKey>> m_apart;
    std::shared_ptr<ReadControl> m_control; ///< of another database that is being read
    int m_baseline = -1;
};

/// "today, 10:42", "yesterday, 18:03", "25 November 2026, 18:03".
QString sinceText(const QDateTime& time, const QDateTime& now);

} // namespace cadastre
