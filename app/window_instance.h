// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// WindowInstance: one window per workspace or database. A window listens on a socket that is named
// after what it has open, in the person's runtime folder; who is about to open the same asks there
// first, and that window comes to the front instead.
#pragma once

#include <QObject>

class QSocketNotifier;

namespace cadastre {

class WindowInstance : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    ~WindowInstance() override;

    /// What this window has open: the path of a workspace, or the address of its one database;
    /// empty for nothing that another could open again.
    void setOpen(const QString& what);
    [[nodiscard]] const QString& open() const { return m_open; }

    /// Whether another window has this open and says that it comes to the front. Waits for it for
    /// at most half a second.
    [[nodiscard]] static bool raiseOther(const QString& what);
    /// Where the window that has this open listens; empty without a runtime folder.
    [[nodiscard]] static QString socketPath(const QString& what);

Q_SIGNALS:
    /// Somebody wants to see this window.
    void raiseRequested();

private:
    void listenAt(const QString& path);
    void stop();
    void serve();

    QString m_open;
    QString m_path; ///< of the socket; empty while none is listened on
    int m_listener = -1;
    QSocketNotifier* m_notifier = nullptr;
};

/// The name by which an address or path is compared: canonical for files.
QString instanceName(const QString& addressOrPath);

} // namespace cadastre
