// SPDX-License-Identifier: MIT
// SPDX-FileCopyrightText: Cadastre contributors
// OverviewDialog: what a database is, on one page whose links lead to objects. It stays open beside
// the diagram and follows the catalog.
#pragma once

#include "widgets/orientation_state.h"

#include <QDialog>

class QPushButton;
class QTextBrowser;

namespace cadastre {

class OverviewDialog : public QDialog
{
    Q_OBJECT
public:
    explicit OverviewDialog(QWidget* parent = nullptr);

    /// Another page; it stays where it was scrolled to.
    void setState(const OrientationStatePointer& state);
    void setBusy(bool busy);

    [[nodiscard]] QTextBrowser* page() const { return m_page; }
    [[nodiscard]] QPushButton* copyButton() const { return m_copy; }
    /// Page and tour as Markdown.
    [[nodiscard]] QString markdown() const;

Q_SIGNALS:
    /// A link was followed; of the state's catalog.
    void objectActivated(cadastre::ObjectRef object);

private:
    void follow(const QUrl& link);
    void copy();
    void showPage();

    QTextBrowser* m_page;
    QPushButton* m_copy;
    OrientationStatePointer m_state = std::make_shared<const OrientationState>();
    bool m_busy = false;
};

/// The page as HTML for a QTextBrowser: links are `object:KIND/INDEX`, everything else is escaped.
QString overviewHtml(const OrientationState& state);

} // namespace cadastre
