export default function Layout({ children }) {
  return <html lang="ka">{children}</html>
}
