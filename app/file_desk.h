// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// FileDesk: SQLite files that are open, as the disk has them: says when another program has changed
// the schema meanwhile, and when pages are damaged. The system tells of changes; nothing is polled.
// Servers are not watched.
#pragma once

#include "app/desk.h"
#include "app/newest_job.h"
#include "model/sql/sqlite/sqlite_look.h"

class QFileSystemWatcher;
class QTimer;

namespace cadastre {

class FileDesk : public Desk
{
    Q_OBJECT
public:
    FileDesk(const DeskParts& parts, QObject* parent);

    void takeFacts(FactsChange change) override;
    bool answer(MessageTopic topic, bool other) override;
    void leave() override;

    [[nodiscard]] bool isLooking() const { return m_job.isRunning(); }

Q_SIGNALS:
    /// What the disk has is known.
    void looked();

private:
    using Looks = std::map<QString, SqliteLook>; ///< by path

    void look(bool isNews);
    void takeLooks(const Looks& looks, bool isNews);
    void watch();
    void sayDamaged(const QString& path, const SqliteLook& look);
    void sayChanged();
    [[nodiscard]] QStringList paths() const;

    DeskParts m_parts;
    QFileSystemWatcher* m_watcher;
    QTimer* m_soon;
    NewestJob<Looks> m_job;
    Looks m_known;         ///< as they were when they were read
    QStringList m_changed; ///< names of sources
};

} // namespace cadastre
