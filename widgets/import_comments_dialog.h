// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// Comments from elsewhere beside those that are here: from which file or database, into which of
// the open ones, and the three-way list. It opens and reads nothing: it asks by signal.
#pragma once

#include "widgets/bulk_dialog.h"

class QCheckBox;
class QMenu;
class QToolButton;

namespace cadastre {

class ImportCommentsDialog : public BulkDialog
{
    Q_OBJECT
public:
    explicit ImportCommentsDialog(QWidget* parent = nullptr);

    /// Names of the open sources; into the first one, where nothing was chosen before.
    void setSources(const QStringList& names);
    /// What comments come from, as people know it; empty for nothing yet.
    void setOrigin(const QString& name);

    [[nodiscard]] QString target() const;
    [[nodiscard]] bool showsAll() const;

    [[nodiscard]] QComboBox* targetField() const { return m_target; }
    [[nodiscard]] QPushButton* fileButton() const { return m_file; }
    [[nodiscard]] QPushButton* serverButton() const { return m_server; }
    [[nodiscard]] QToolButton* openButton() const { return m_open; }
    [[nodiscard]] QCheckBox* allBox() const { return m_all; }
    [[nodiscard]] QString originText() const;

Q_SIGNALS:
    void fileRequested();
    void serverRequested();
    /// One of the open sources.
    void sourceRequested(const QString& name);
    /// Into another source, or with other lines: compare again.
    void againRequested();

private:
    void fillOpenMenu();

    QStringList m_sources;
    QComboBox* m_target;
    QLabel* m_targetLabel;
    QPushButton* m_file;
    QPushButton* m_server;
    QToolButton* m_open;
    QLabel* m_origin;
    QCheckBox* m_all;
};

} // namespace cadastre
