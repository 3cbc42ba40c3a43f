// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// ConnectionDesk: whether the open databases answer, in the status bar, the tree and a message, and
// the way back when one does not. What is known of them lives in connection_states.h.
#pragma once

#include "app/connection_states.h"
#include "app/desk.h"

#include <QPointer>

class QToolButton;

namespace cadastre {

class ConnectionDesk : public Desk
{
    Q_OBJECT
public:
    ConnectionDesk(const DeskParts& parts, QObject* parent);

    void fillMenus(const WindowMenus& menus) override;
    void fillPanels(const DeskPanels& panels) override;
    void takeFacts(FactsChange change) override;
    bool answer(MessageTopic topic, bool other) override;
    void leave() override;

    /// Reads the sources again that are not connected, or every server when all are.
    void reconnect();
    [[nodiscard]] QAction* reconnectAction() const { return m_reconnect; }
    [[nodiscard]] QToolButton* statusButton() const { return m_status; }
    [[nodiscard]] ConnectionStates* states() const { return m_states; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show();
    void tellLost();
    void watchWork();
    void doubt(const QString& source, bool answered);
    [[nodiscard]] SourceState worst() const;

    MainWindow* m_window;
    OpenSources* m_sources;
    ConnectionStates* m_states;
    QAction* m_reconnect;
    QToolButton* m_status;
    QPointer<CatalogPanel> m_catalog;
};

} // namespace cadastre
