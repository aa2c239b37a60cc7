@main struct Shimebi { static func main() {} }
